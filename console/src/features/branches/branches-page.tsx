import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { Field } from '../../ui/field.tsx';
import { branchesQuery, branchQuery } from './branches.queries.ts';
import { OwnRows } from './own-rows.tsx';
import { OwnUnits } from './own-units.tsx';
import { branchText as words } from './text.ts';

const route = getRouteApi('/branches');

/** 县区自设: the units and rows of the catalogue a county keeps itself. */
export function BranchesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const all = useQuery(branchesQuery);
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="soft gap-below">{words.help}</p>
      <Ask of={all}>
        {({ rows }) => {
          const county = search.county ?? rows[0]?.code;
          return (
            <>
              {rows.length > 1 && (
                <Field label={words.county}>
                  {(id) => (
                    <Select
                      id={id}
                      value={county}
                      options={rows.map(({ code, name }) => ({ value: code, label: name }))}
                      onChange={(code) => navigate({ search: { county: code } })}
                    />
                  )}
                </Field>
              )}
              {county !== undefined && <OneBranch key={county} county={county} />}
            </>
          );
        }}
      </Ask>
    </>
  );
}

function OneBranch({ county }: { county: string }) {
  const branch = useQuery(branchQuery(county));
  return (
    <Ask of={branch}>
      {(found) => (
        <div className="stack">
          <OwnUnits branch={found} />
          <OwnRows branch={found} />
          {[found.units, found.rows].some(({ length }) => length === found.shownCap) && (
            <p className="list-foot">{words.capped(found.shownCap)}</p>
          )}
        </div>
      )}
    </Ask>
  );
}
