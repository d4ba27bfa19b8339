import { campaigns, dimensionLabel, figureWords, measuredInLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useMay } from '../../../shell/session.ts';
import { Ask } from '../../../ui/ask.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { FigureOrders } from '../../../ui/figure-orders.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { ComparedYear } from '../search.ts';
import { type Years, yearsQuery } from './after.queries.ts';
import { yearsText as words } from './text.ts';

type Figure = Years['dimensions'][number]['figures'][number];

interface YearsTabProps {
  campaignId: string;
  title: string;
}

const route = getRouteApi('/campaigns');

/** 前后对比 of a year's campaign: a panel for each of the five dimensions, with its tasks; every figure opens to its orders. */
export function YearsTab({ campaignId, title }: YearsTabProps) {
  const found = useQuery(yearsQuery(campaignId));
  const may = useMay();
  return (
    <Ask of={found}>
      {(years) => (
        <div className="stack">
          <div className="inline">
            <p className="soft">
              {words.spans(daysText(years.before), daysText(years.during))}
              <br />
              {words.version(years.cityVersion, years.definitions)}
            </p>
            {may('orders.export') && (
              <ExportButton
                path={campaigns.exportYearsPath}
                of={{ campaignId }}
                name={`${title} ${words.title}`}
                help={words.help}
              />
            )}
          </div>
          {years.dimensions.map((one) => (
            <DimensionPanel key={one.dimension} campaignId={campaignId} {...one} />
          ))}
          <OpenedFigure years={years} />
        </div>
      )}
    </Ask>
  );
}

type DimensionPanelProps = Years['dimensions'][number] & { campaignId: string };

function DimensionPanel({ campaignId, dimension, tasks, figures }: DimensionPanelProps) {
  return (
    <Panel
      title={dimensionLabel[dimension]}
      extra={
        <Link to="/campaigns" search={{ campaign: campaignId, part: 'force' }} className="soft">
          {words.tasks(tasks.given, tasks.done, tasks.late)}
        </Link>
      }
    >
      <DataTable
        heads={words.heads}
        rows={figures.map((figure) => ({
          key: figure.key,
          cells: [
            figureWords(figure.key).name,
            <Value key="before" figure={figure} year="before" />,
            <Value key="during" figure={figure} year="during" />,
            changeWords(figure),
          ],
        }))}
      />
    </Panel>
  );
}

/** What opens to its orders, for whom the figures of 考核 do. */
function Value({ figure, year }: { figure: Figure; year: ComparedYear }) {
  const may = useMay();
  const search = route.useSearch();
  const said = shareWords(figure, figure[year]);
  if (!may('indicators.read')) return said;
  return (
    <Link
      to="/campaigns"
      search={{ ...search, figure: figure.key, year, cell: undefined }}
      resetScroll={false}
    >
      {said}
    </Link>
  );
}

function OpenedFigure({ years }: { years: Years }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { figure, year, cell = 'denominator' } = search;
  if (figure === undefined || year === undefined) return null;
  const { from, to } = years[year];
  const { name, numerator, denominator } = figureWords(figure);
  const show = (changes: Partial<typeof search>) =>
    navigate({ search: { ...search, ...changes }, resetScroll: false });
  return (
    <Drawer
      open
      size={760}
      title={words.opened(name, words.year[year], daysText({ from, to }))}
      onClose={() => show({ figure: undefined, year: undefined, cell: undefined })}
    >
      <p className="soft">{words.how(numerator, denominator)}</p>
      <FigureOrders
        span={{ from, to }}
        figure={figure}
        part={cell}
        onPart={(next) => show({ cell: next })}
      />
    </Drawer>
  );
}

const daysText = ({ from, to }: Years['before']): string => words.days(from, to);

function shareWords({ key }: Figure, value: Figure['before']): string {
  const { numerator, denominator, hasRate, median } = value;
  if (denominator === 0) return words.none;
  const { measuredIn } = figureWords(key);
  switch (measuredIn) {
    case 'count':
      return words.count(numerator);
    case 'times':
    case 'minutes':
      return median === null ? words.none : words.median(median, measuredInLabel[measuredIn]);
    case 'share':
      return hasRate
        ? words.share(`${((numerator / denominator) * 100).toFixed(2)}%`, numerator, denominator)
        : words.tooFew(numerator, denominator);
    default:
      return measuredIn satisfies never;
  }
}

function changeWords({ isBetter }: Figure) {
  if (isBetter === null) return words.same;
  return (
    <span className={isBetter ? 'chip chip-good' : 'chip chip-alarm'}>
      {isBetter ? words.better : words.worse}
    </span>
  );
}
