import { figureWords, type RankedFigure, rankedFigures } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Select, Tooltip } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Ranking, rankingQuery } from './scorecard.queries.ts';
import { rankingText as t } from './text.ts';
import { countsText, percentText, ratioText } from './values.ts';

interface RankingTabProps {
  month: string;
  figure: RankedFigure;
  onFigure: (figure: RankedFigure) => void;
}

/** 同组排序: one table a peer group, intervals drawn. */
export function RankingTab({ month, figure, onFigure }: RankingTabProps) {
  const ranking = useQuery(rankingQuery(month, figure));
  return (
    <div className="stack">
      <div className="gap-below no-print">
        <Select<RankedFigure>
          aria-label={t.choose}
          className="ranked-by"
          value={figure}
          options={rankedFigures.map((value) => ({ value, label: figureWords(value).name }))}
          onChange={onFigure}
        />
      </div>
      <p className="soft">{t.intro}</p>
      <Ask of={ranking}>
        {({ groups }) =>
          groups.length === 0 ? (
            <EmptyState words={t.none} />
          ) : (
            groups.map((group) => <PeerGroup key={group.code} group={group} />)
          )
        }
      </Ask>
    </div>
  );
}

type Group = Ranking['groups'][number];
type Row = Group['rows'][number];

function PeerGroup({ group }: { group: Group }) {
  return (
    <Panel title={group.name}>
      <DataTable
        heads={[t.who, t.place, t.counts, t.rate, t.interval, t.difficulty]}
        rows={group.rows.map((row, no) => ({
          key: row.code ?? `other-${no}`,
          cells: [
            row.name ?? <span className="soft">{t.other}</span>,
            row.place ?? <span className="chip chip-wait">{t.noPlace}</span>,
            countsText(row.adjusted),
            <Rate key="rate" row={row} />,
            <IntervalBar key="interval" row={row} />,
            <Difference key="difference" row={row} />,
          ],
        }))}
      />
    </Panel>
  );
}

/** No rate of too few; before the exclusions, where that is another. */
function Rate({ row: { place, adjusted, raw } }: { row: Row }) {
  if (place === null) return null;
  const isOther = raw.denominator !== adjusted.denominator || raw.numerator !== adjusted.numerator;
  return (
    <span>
      <b>{ratioText(adjusted)}</b>
      {isOther && <small className="soft how">{t.rawBeside(ratioText(raw))}</small>}
    </span>
  );
}

const wide = 160;

function IntervalBar({ row: { interval, adjusted } }: { row: Row }) {
  if (interval === null) return null;
  const { low, high } = interval;
  const words = t.interval95(percentText(low), percentText(high));
  const share = adjusted.numerator / adjusted.denominator;
  return (
    <svg className="interval" viewBox={`-5 0 ${wide + 10} 16`} role="img" aria-label={words}>
      <title>{words}</title>
      <line className="track" x1={0} x2={wide} y1={8} y2={8} />
      <rect x={low * wide} y={5} width={Math.max(1, (high - low) * wide)} height={6} rx={3} />
      <circle cx={share * wide} cy={8} r={4} />
    </svg>
  );
}

function Difference({ row: { difficulty } }: { row: Row }) {
  if (difficulty === null) return null;
  const { expected, difference } = difficulty;
  const points = (difference * 100).toFixed(1);
  return (
    <Tooltip title={`${t.difficultyHelp}${t.expected(percentText(expected))}`}>
      <span className={difference < 0 ? 'is-warning' : ''}>
        {t.points(difference > 0 ? `+${points}` : points)}
      </span>
    </Tooltip>
  );
}
