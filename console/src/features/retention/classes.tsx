import { appealTypeLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type ClassRow, classesQuery } from './retention.queries.ts';
import { retentionText, classText as words } from './text.ts';

/** 保管期限表. */
export function Classes() {
  const found = useQuery(classesQuery);
  return (
    <Ask of={found}>
      {({ rows, swept }) => (
        <div className="stack">
          <Panel title={retentionText.tab.classes}>
            <DataTable
              caption={words.caption}
              heads={words.heads}
              rows={rows.map((row) => ({
                key: row.code,
                cells: [row.name, scopeOf(row), keptFor(row), shortestOf(row), basisOf(row)],
              }))}
            />
          </Panel>
          <Panel title={words.swept}>
            <DataTable
              caption={words.sweptHelp}
              heads={words.sweptHeads}
              rows={swept.map(({ table, days }) => ({
                key: table,
                cells: [words.sweptName[table] ?? table, words.days(days)],
              }))}
            />
          </Panel>
        </div>
      )}
    </Ask>
  );
}

const scopeOf = ({ types, matters }: ClassRow): string =>
  [...types.map((type) => appealTypeLabel[type]), ...matters].join('、') || words.none;

function keptFor({ kind, years }: ClassRow): string {
  if (years !== null) return words.years(years);
  return kind === 'file' || kind === 'person' ? words.withOrder : words.forEver;
}

const shortestOf = ({ shortest }: ClassRow): string =>
  shortest === null ? words.none : words.years(shortest.years);

const basisOf = ({ basis, mark }: ClassRow): string =>
  mark === 'official' ? basis : `${basis}${words.unverified}`;
