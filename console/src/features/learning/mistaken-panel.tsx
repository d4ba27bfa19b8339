import { DataTable } from '../../ui/data-table.tsx';
import { typeName } from '../../ui/label-name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { JudgedLink } from './judged-link.tsx';
import type { KindFigures } from './models.queries.ts';
import { modelsText } from './text.ts';

const mostInMap = 10;
const mostInTable = 15;

interface Named {
  readonly label: string;
  readonly name: string;
}

/** Of the pairs, the labels that stand most often on one side. */
function mostOf(pairs: readonly (Named & { readonly count: number })[]): Named[] {
  const counts = new Map<string, Named & { count: number }>();
  for (const { label, name, count } of pairs)
    counts.set(label, { label, name, count: count + (counts.get(label)?.count ?? 0) });
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, mostInMap);
}

interface CellProps extends KindFigures {
  pair: { label: string; given: string; count: number; darkness: number };
}

function Cell({ kind, found, pair: { label, given, count, darkness } }: CellProps) {
  if (count === 0) return <td />;
  return (
    <td style={{ background: `rgb(180 38 30 / ${0.12 + 0.6 * darkness})` }}>
      <JudgedLink
        kind={kind}
        label={label}
        given={given}
        hit="wrong"
        from={found.since}
        to={found.today}
        words={String(count)}
      />
    </td>
  );
}

/** 混淆图: what a person chose downwards, what had been suggested across; the darker, the more often. */
function HeatMap({ kind, found }: KindFigures) {
  const { mistaken } = found;
  const chosen = mostOf(mistaken);
  const given = mostOf(
    mistaken
      .filter(({ label }) => chosen.some((row) => row.label === label))
      .map((pair) => ({ label: pair.given, name: pair.givenName, count: pair.count })),
  );
  const most = Math.max(1, ...mistaken.map(({ count }) => count));
  const countOf = (label: string, given: string): number =>
    mistaken.find((pair) => pair.label === label && pair.given === given)?.count ?? 0;
  return (
    <div className="data-table">
      <table className="heat-map">
        <caption>{modelsText.mapHelp}</caption>
        <thead>
          <tr>
            <td />
            {given.map(({ label, name }) => (
              <th key={label} scope="col">
                <span>{typeName(name)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chosen
            .filter(({ label }) => given.some((column) => countOf(label, column.label) > 0))
            .map(({ label, name }) => (
              <tr key={label}>
                <th scope="row">{typeName(name)}</th>
                {given.map((column) => {
                  const count = countOf(label, column.label);
                  const darkness = count / most;
                  return (
                    <Cell
                      key={column.label}
                      pair={{ label, given: column.label, count, darkness }}
                      kind={kind}
                      found={found}
                    />
                  );
                })}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

/** 混淆: which are taken for which. */
export function MistakenPanel({ kind, found }: KindFigures) {
  const { mistaken, countedDays, since, today } = found;
  return (
    <Panel title={modelsText.mistaken(countedDays)}>
      {mistaken.length === 0 && <p className="soft">{modelsText.noMistaken}</p>}
      {mistaken.length > 0 && (
        <div className="stack">
          <HeatMap kind={kind} found={found} />
          <DataTable
            caption={modelsText.topPairs(Math.min(mostInTable, mistaken.length))}
            heads={[modelsText.label, modelsText.given, modelsText.count]}
            rows={mistaken
              .slice(0, mostInTable)
              .map(({ label, given, name, givenName, count }) => ({
                key: `${label} ${given}`,
                cells: [
                  typeName(name),
                  typeName(givenName),
                  <JudgedLink
                    key="orders"
                    kind={kind}
                    label={label}
                    given={given}
                    hit="wrong"
                    from={since}
                    to={today}
                    words={modelsText.orders(count)}
                  />,
                ],
              }))}
          />
        </div>
      )}
    </Panel>
  );
}
