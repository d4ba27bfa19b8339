import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { groupsQuery, type MechanismPage } from './mechanisms.queries.ts';
import { groupsText as words } from './text.ts';

const route = getRouteApi('/mechanisms');

/** 按对象: project, company, shop; warned before a holiday, counted in a record only where it was found true. */
export function GroupsTab({ page }: { page: MechanismPage }) {
  const { by: wished } = route.useSearch();
  const navigate = route.useNavigate();
  const fields = page.groupFields;
  const by = fields.find(({ code }) => code === wished)?.code ?? fields[0]?.code ?? '';
  const groups = useQuery(groupsQuery(page.code, by));
  return (
    <Panel
      title={words.by}
      extra={
        <Segmented
          value={by}
          options={fields.map(({ code, label }) => ({ value: code, label }))}
          onChange={(next) => navigate({ search: (before) => ({ ...before, by: next }) })}
        />
      }
    >
      <Ask of={groups}>
        {({ rows, isDossier, isCut }) => (
          <>
            {isDossier && <p className="soft">{words.dossier}</p>}
            {rows.length === 0 ? (
              <EmptyState words={words.none} />
            ) : (
              <DataTable
                heads={words.heads.filter((_, at) => isDossier || at !== 3)}
                rows={rows.map((row) => ({
                  key: row.name,
                  cells: [
                    <Name key="n" code={page.code} by={by} row={row} />,
                    row.orders,
                    row.open,
                    ...(isDossier ? [row.counted] : []),
                    row.sums.map(({ label, value }) => `${label} ${value}`).join(';'),
                    shortInstant(row.lastAt),
                  ],
                }))}
              />
            )}
            {isCut && <p className="soft">{words.isCut}</p>}
          </>
        )}
      </Ask>
    </Panel>
  );
}

function Name({
  code,
  by,
  row,
}: {
  code: string;
  by: string;
  row: { name: string; isWarned: boolean };
}) {
  return (
    <span className="inline">
      <Link to="/mechanisms" search={{ code, tab: 'orders', by, name: row.name }}>
        {row.name}
      </Link>
      <Link to="/subjects" search={{ name: row.name }}>
        {words.whole}
      </Link>
      {row.isWarned && <span className="chip chip-alarm">{words.warned}</span>}
    </span>
  );
}
