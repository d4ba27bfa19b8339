import { Panel } from '../../ui/panel.tsx';
import { ShareBars } from '../../ui/share-bars.tsx';
import { JudgedLink } from './judged-link.tsx';
import type { Figures, KindFigures } from './models.queries.ts';
import { modelsText, percent } from './text.ts';

type Covered = Figures['coverage'][number];

function CoveredWords({ kind, found, row }: KindFigures & { row: Covered }) {
  const { saidFrom, covered, right, of } = row;
  if (saidFrom === null) return <span className="soft">{modelsText.noneCovered}</span>;
  return (
    <span className="inline">
      {modelsText.coveredWords(modelsText.rate(covered, of), saidFrom)}
      {covered > right && (
        <JudgedLink
          kind={kind}
          hit="wrong"
          from={found.since}
          to={found.today}
          saidFrom={saidFrom}
          words={modelsText.wrongOnes(covered - right)}
        />
      )}
    </span>
  );
}

/** 放行与把握: how much could be let through at a wanted precision, and whether what it says comes true. */
export function CoveragePanel({ kind, found }: KindFigures) {
  const { coverage, steps, countedDays, since, today } = found;
  return (
    <Panel title={modelsText.coverage(countedDays)}>
      <div className="stack">
        <ShareBars
          label={modelsText.coverage(countedDays)}
          keys={[modelsText.couldPass, modelsText.decisions]}
          bars={coverage.map((row) => ({
            key: String(row.precision),
            name: modelsText.wanted(percent(row.precision)),
            whole: row.of,
            part: row.covered,
            words: <CoveredWords kind={kind} found={found} row={row} />,
          }))}
        />
        <p className="soft formula">{modelsText.coverageHelp}</p>
        <h3>{modelsText.steps}</h3>
        <ShareBars
          label={modelsText.steps}
          keys={[modelsText.first, modelsText.decisions]}
          bars={[...steps].reverse().map(({ step, count, first, said }) => ({
            key: String(step),
            name: modelsText.saidSpan(step * 10, step * 10 + 10),
            whole: count,
            part: first,
            words: (
              <JudgedLink
                kind={kind}
                hit="any"
                from={since}
                to={today}
                saidFrom={step * 10}
                saidBelow={step === 9 ? 101 : step * 10 + 10}
                words={modelsText.saidAndHit(percent(said / count), modelsText.rate(first, count))}
              />
            ),
          }))}
        />
        <p className="soft formula">{modelsText.stepsHelp}</p>
      </div>
    </Panel>
  );
}
