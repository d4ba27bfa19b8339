import type { city, ReplyOf } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Field } from '../../ui/field.tsx';
import { MatterPicker } from '../../ui/matter-picker.tsx';
import { useSettled } from '../../ui/settled.ts';
import { uiText } from '../../ui/text.ts';
import { catalogueQuery } from './city.queries.ts';
import { catalogueText, cityText } from './text.ts';

type Row = ReplyOf<typeof city.listCatalogue>['rows'][number];

/** More than a person reads at once; the filters narrow it. */
const shownRows = 200;

function timeWord(time: string): string {
  return new Map<string, string>(Object.entries(catalogueText.time)).get(time) ?? time;
}

function CatalogueLine({ row }: { row: Row }) {
  return (
    <li className="panel">
      <p className="row-tags">
        <strong>{row.matterName}</strong>
        <span className="soft mono">{row.matter}</span>
        <span className="chip chip-plain">{row.areaName}</span>
        <span className="chip chip-plain">{timeWord(row.time)}</span>
        {row.direct && <span className="chip chip-good">{catalogueText.direct}</span>}
        {row.mark === 'invented' && (
          <span className="chip chip-wait">{catalogueText.invented}</span>
        )}
      </p>
      <Facts
        facts={[
          { label: catalogueText.lead, value: row.leadName },
          { label: catalogueText.assists, value: row.assists.join('、') },
          { label: catalogueText.linkage, value: row.linkage.join('、') },
          { label: catalogueText.backstop, value: row.backstop },
          { label: catalogueText.basis, value: row.basis },
        ]}
      />
      <p className="soft">{catalogueText.valid(row.validFrom, row.validTo)}</p>
    </li>
  );
}

/** 派单目录: matter × area × time → unit, with its basis. */
export function CatalogueTab() {
  const [typed, setTyped] = useState('');
  const [matter, setMatter] = useState<string | null>(null);
  const q = useSettled(typed.trim(), 200);
  const rows = useQuery({ ...catalogueQuery(q, matter), placeholderData: (before) => before });
  return (
    <>
      <div className="form-row">
        <Field label={catalogueText.find}>
          {(id) => (
            <Input
              id={id}
              type="search"
              allowClear
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Field label={catalogueText.matter}>
          {(id) => <MatterPicker id={id} value={matter} onChange={(code) => setMatter(code)} />}
        </Field>
      </div>
      <Ask of={rows}>
        {(found) =>
          found.rows.length === 0 ? (
            <EmptyState words={cityText.none} />
          ) : (
            <>
              <ul className="rows" aria-label={catalogueText.listLabel}>
                {found.rows.slice(0, shownRows).map((row) => (
                  <CatalogueLine key={row.id} row={row} />
                ))}
              </ul>
              <p className="list-foot">
                {found.rows.length > shownRows
                  ? uiText.capped(shownRows, cityText.rowUnit)
                  : uiText.shownAll(found.rows.length, cityText.rowUnit)}
              </p>
            </>
          )
        }
      </Ask>
    </>
  );
}
