import { modelKindLabel } from '@minsheng/contract';
import { typeName } from '../../ui/label-name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ShareBars } from '../../ui/share-bars.tsx';
import { JudgedLink } from './judged-link.tsx';
import type { KindFigures } from './models.queries.ts';
import { modelsText } from './text.ts';

/** 各事项、各单位: those decided most first, and what part of them had been suggested first. */
export function LabelsPanel({ kind, found }: KindFigures) {
  const { labels, countedDays, since, today } = found;
  const days = { from: since, to: today };
  return (
    <Panel title={modelsText.labels(modelKindLabel[kind], countedDays)}>
      <ShareBars
        label={modelsText.labels(modelKindLabel[kind], countedDays)}
        keys={[modelsText.first, modelsText.decisions]}
        bars={labels.map(({ label, name, count, first }) => ({
          key: label,
          name: typeName(name),
          whole: count,
          part: first,
          words: (
            <span className="inline">
              {modelsText.rate(first, count)}
              {count > first && (
                <JudgedLink
                  kind={kind}
                  label={label}
                  {...days}
                  hit="wrong"
                  words={modelsText.wrongOnes(count - first)}
                />
              )}
            </span>
          ),
        }))}
      />
      <p className="soft formula">{modelsText.labelsHelp}</p>
    </Panel>
  );
}
