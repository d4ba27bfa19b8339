import { appealTypeLabel, appealTypes, type ModelKind } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Figures, figuresQuery } from './models.queries.ts';
import { modelsText } from './text.ts';

interface LinesProps {
  title: string;
  heads: readonly string[];
  rows: readonly { key: string; cells: readonly string[] }[];
}

function Lines({ title, heads, rows }: LinesProps): ReactNode {
  return (
    <table className="lines">
      <caption>{title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, no) => (
              <td key={heads[no]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const { rate } = modelsText;
const percent = (share: number): string => `${Math.round(100 * share)}%`;

function Weeks({ weeks }: Pick<Figures, 'weeks'>) {
  return (
    <Lines
      title={modelsText.weeks}
      heads={[
        modelsText.week,
        modelsText.decisions,
        modelsText.first,
        modelsText.amongThree,
        modelsText.unmet,
      ]}
      rows={weeks.toReversed().map(({ from, count, first, amongThree, unmet }) => ({
        key: from,
        cells: [
          from,
          String(count),
          rate(first, count),
          rate(amongThree, count),
          unmet === null ? '—' : percent(unmet),
        ],
      }))}
    />
  );
}

function Steps({ steps, countedDays }: Pick<Figures, 'steps' | 'countedDays'>) {
  const all = steps.reduce((sum, { count }) => sum + count, 0);
  return (
    <Lines
      title={modelsText.steps(countedDays)}
      heads={[modelsText.said, modelsText.meanSaid, modelsText.hit, modelsText.covered]}
      rows={steps.toReversed().map(({ step, count, first, said }) => ({
        key: String(step),
        cells: [
          `${step * 10}–${step * 10 + 10}%`,
          percent(said / count),
          rate(first, count),
          rate(
            steps.reduce((sum, other) => sum + (other.step >= step ? other.count : 0), 0),
            all,
          ),
        ],
      }))}
    />
  );
}

const typeName = (code: string): string => {
  const type = appealTypes.find((known) => known === code);
  return type === undefined ? code : appealTypeLabel[type];
};

function Labels({ labels, mistaken, countedDays }: Figures) {
  return (
    <>
      <Lines
        title={modelsText.labels(countedDays)}
        heads={[modelsText.label, modelsText.decisions, modelsText.first]}
        rows={labels.map(({ label, name, count, first }) => ({
          key: label,
          cells: [typeName(name), String(count), rate(first, count)],
        }))}
      />
      <Lines
        title={modelsText.mistaken(countedDays)}
        heads={[modelsText.label, modelsText.given, modelsText.count]}
        rows={mistaken.map(({ label, given, name, givenName, count }) => ({
          key: `${label} ${given}`,
          cells: [typeName(name), typeName(givenName), String(count)],
        }))}
      />
    </>
  );
}

/** 准不准: every rate with its numerator and denominator. */
export function FiguresPanel({ kind }: { kind: ModelKind }) {
  const figures = useQuery(figuresQuery(kind));
  return (
    <Panel title={modelsText.figures}>
      <Ask of={figures}>
        {(found) =>
          found.weeks.length === 0 ? (
            <p className="soft">{modelsText.noFigures}</p>
          ) : (
            <div className="stack">
              <Weeks weeks={found.weeks} />
              <Steps steps={found.steps} countedDays={found.countedDays} />
              <Labels {...found} />
            </div>
          )
        }
      </Ask>
      <p className="soft formula">{modelsText.formula}</p>
    </Panel>
  );
}
