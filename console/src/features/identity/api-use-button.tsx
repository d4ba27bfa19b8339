import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { DrawerButton } from '../../ui/drawer-button.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { MonthField } from '../../ui/month-field.tsx';
import { apiUseQuery } from './accounts.queries.ts';
import { apiUseText as words } from './text.ts';

/** 接口用量: how often units' own systems called, by month. */
export function ApiUseButton() {
  return (
    <DrawerButton label={words.title} title={words.title}>
      <ApiUse />
    </DrawerButton>
  );
}

function ApiUse() {
  const [month, setMonth] = useState(dayjs().format('YYYY-MM'));
  const { data } = useQuery(apiUseQuery(month));
  const rows = data?.rows ?? [];
  return (
    <>
      <p className="soft gap-below">{words.help}</p>
      <div className="gap-below">
        <MonthField label={words.month} month={month} onMonth={setMonth} />
        <ExportButton
          path="/accounts/api-use/export"
          of={{ month }}
          name={words.fileName(month)}
          help={words.exportHelp}
        />
      </div>
      {data && rows.length === 0 && <p className="soft">{words.none}</p>}
      {rows.length > 0 && (
        <DataTable
          heads={words.heads}
          rows={rows.map(({ unit, keys, calls, refused }) => ({
            key: unit?.code ?? '',
            cells: [unit?.name ?? words.noUnit, keys, calls, refused],
          }))}
        />
      )}
    </>
  );
}
