import {
  type CellPart,
  type CountedThing,
  exclusionLabel,
  type FigureKey,
  figureWords,
  indicatorTable,
  type MeasuredIn,
  periodBasisLabel,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { FigureOrders } from '../../ui/figure-orders.tsx';
import { WeekChart } from '../../ui/week-chart.tsx';
import { figuresQuery, type Scope, spanOf, trendQuery } from './scorecard.queries.ts';
import { TargetPart } from './target-part.tsx';
import { scorecardText as t } from './text.ts';
import { trendPoints } from './trend-points.ts';
import { countsText, ratioText } from './values.ts';

interface FigureDrawerProps {
  scope: Scope;
  figure: FigureKey;
  part: CellPart;
  onPart: (part: CellPart) => void;
  onClose: () => void;
}

/** 一个数打开来: how it is reckoned, how it went, which orders it is made of. */
export function FigureDrawer({ scope, figure, part, onPart, onClose }: FigureDrawerProps) {
  const words = figureWords(figure);
  const table = indicatorTable[words.indicator];
  return (
    <Drawer open size={760} title={words.name} onClose={onClose}>
      <div className="stack">
        <section>
          <h3>{t.how}</h3>
          <p>{table.note}</p>
          {words.indicator === 'K44' && <GatheredPeople scope={scope} />}
          <p>
            {t.upper}:{words.numerator}
            <br />
            {t.lower}:{words.denominator}
          </p>
          <p className="soft">
            {t.basis(periodBasisLabel[table.basis])} · {t.rule(table.rule)}
          </p>
          <LeftOut scope={scope} figure={figure} />
        </section>
        <TargetPart figure={figure} />
        {hasTrend(words.measuredIn, table.counts) && (
          <Trend scope={scope} figure={figure} name={words.name} />
        )}
        <FigureOrders span={spanOf(scope)} figure={figure} part={part} onPart={onPart} />
      </div>
    </Drawer>
  );
}

/** 几人算集中: the city's number. */
function GatheredPeople({ scope }: { scope: Scope }) {
  const figures = useQuery(figuresQuery(scope));
  return figures.data ? <p>{t.gathered(figures.data.gatheredPeople)}</p> : null;
}

/** 剔除: how many by which code. */
function LeftOut({ scope, figure }: { scope: Scope; figure: FigureKey }) {
  const figures = useQuery(figuresQuery(scope));
  const found = figures.data?.figures.find(({ key }) => key === figure);
  if (!found) return null;
  return (
    <p>
      <b>{found.hasRate ? ratioText(found.adjusted) : countsText(found.adjusted)}</b>{' '}
      <span className="soft">
        {countsText(found.adjusted)} · {t.raw(countsText(found.raw))}
      </span>
      {found.leftOut.map(({ code, count }) => (
        <span key={code} className="chip chip-plain">
          {code === 'objective' ? t.objective : exclusionLabel[code]} {t.pieces(count)}
        </span>
      ))}
    </p>
  );
}

/** Only what is a share of orders: minutes have none, and issues are counted when asked. */
const hasTrend = (measuredIn: MeasuredIn, counts: CountedThing): boolean =>
  measuredIn !== 'minutes' && counts !== 'issues';

interface TrendProps {
  scope: Scope;
  figure: FigureKey;
  name: string;
}

function Trend({ scope, figure, name }: TrendProps) {
  const trend = useQuery(trendQuery(scope));
  if (!trend.data) return null;
  const points = trendPoints(trend.data, figure);
  return (
    <section>
      <h3>{t.trend}</h3>
      {points.every(({ share }) => share === null) ? (
        <p className="soft">{t.trendNone}</p>
      ) : (
        <WeekChart
          weeks={trend.data.months.map(({ month }) => month)}
          bars={{ label: name, points }}
          lines={[]}
          said={t.trendSaid(name)}
          sayPoint={t.trendPoint}
        />
      )}
    </section>
  );
}
