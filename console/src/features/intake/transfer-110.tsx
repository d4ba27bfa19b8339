import { linkage } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../shell/call.ts';
import { Field } from '../../ui/field.tsx';
import { useSettled } from '../../ui/settled.ts';
import type { FormProps } from './intake-form.ts';
import { transfer110Text } from './transfer-110-text.ts';

const rowsQuery = (q: string) =>
  queryOptions({
    queryKey: ['linkage', 'rows', 'to-110', q],
    queryFn: ({ signal }) => call(linkage.listLinkageRows, { list: 'to-110', q }, { signal }),
    staleTime: 300_000,
  });

const mostSaid = 500;
const settledAfterMs = 400;

/** 转110: the row of the co-signed list, what fits the caller's words first, and what a three-way call decided. */
export function Transfer110({ form, patch }: FormProps) {
  const [typed, setTyped] = useState('');
  const content = useSettled(form.content.trim().slice(0, mostSaid), settledAfterMs);
  const looked = useSettled(typed.trim().slice(0, mostSaid), settledAfterMs);
  const said = useQuery(rowsQuery(content));
  const all = useQuery(rowsQuery(looked));
  const first = typed === '' ? (said.data?.rows ?? []) : [];
  const shown = [
    ...first,
    ...(all.data?.rows ?? []).filter(({ code }) => !first.some((row) => row.code === code)),
  ];
  return (
    <>
      <Field label={transfer110Text.listRow}>
        {(id) => (
          <Select
            id={id}
            showSearch
            allowClear
            filterOption={false}
            value={form.transferRow}
            placeholder={transfer110Text.listRowHint}
            notFoundContent={transfer110Text.noListRow}
            onSearch={setTyped}
            onChange={(value: string | undefined) => patch({ transferRow: value ?? null })}
            options={shown.map(({ code, category, item, isInvented }) => ({
              value: code,
              label: transfer110Text.listRowLine(code, category, item, isInvented),
            }))}
          />
        )}
      </Field>
      <Checkbox
        className="gap-below"
        checked={form.byThreeWay}
        onChange={({ target }) =>
          patch({ byThreeWay: target.checked, ...(target.checked ? {} : { firstReceiver: false }) })
        }
      >
        {transfer110Text.byThreeWay}
      </Checkbox>
      {form.byThreeWay && (
        <Checkbox
          className="gap-below"
          checked={form.firstReceiver}
          onChange={({ target }) => patch({ firstReceiver: target.checked })}
        >
          {transfer110Text.firstReceiver}
        </Checkbox>
      )}
    </>
  );
}
