import { dimensionLabel, figureWords, measuredInLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../../ui/ask.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { type Years, yearsQuery } from './after.queries.ts';
import { yearsText as words } from './text.ts';

type Figure = Years['dimensions'][number]['figures'][number];

/** 前后对比 of a year's campaign: a panel for each of the five dimensions, with its tasks. */
export function YearsTab({ campaignId }: { campaignId: string }) {
  const found = useQuery(yearsQuery(campaignId));
  return (
    <Ask of={found}>
      {({ before, during, cityVersion, definitions, dimensions }) => (
        <div className="stack">
          <p className="soft">
            {words.spans(`${before.from} 至 ${before.to}`, `${during.from} 至 ${during.to}`)}
            <br />
            {words.version(cityVersion, definitions)}
          </p>
          {dimensions.map(({ dimension, tasks, figures }) => (
            <Panel
              key={dimension}
              title={dimensionLabel[dimension]}
              extra={
                <span className="soft">{words.tasks(tasks.given, tasks.done, tasks.late)}</span>
              }
            >
              <DataTable
                heads={words.heads}
                rows={figures.map((figure) => ({
                  key: figure.key,
                  cells: [
                    figureWords(figure.key).name,
                    shareWords(figure, figure.before),
                    shareWords(figure, figure.during),
                    changeWords(figure),
                  ],
                }))}
              />
            </Panel>
          ))}
        </div>
      )}
    </Ask>
  );
}

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
