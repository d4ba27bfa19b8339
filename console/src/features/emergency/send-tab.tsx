import { emergency, type ReplyOf } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Field } from '../../ui/field.tsx';
import { shortInstant } from '../../ui/format.ts';
import { type Chosen, ManyBar, Tick, useChosen } from '../../ui/many-bar.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusTag, UrgencyTag } from '../../ui/tags.tsx';
import { candidatesQuery, type Mode } from './emergency.queries.ts';
import { emergencyText, massText as words } from './text.ts';
import { type To, useSlices } from './use-slices.ts';

interface Filter {
  areaCode: string | null;
  every: boolean;
  hoursBefore: number;
}

/** 批量派单: what is urgent in the area of the mode, to units of its group. */
export function SendTab({ mode }: { mode: Mode }) {
  const [filter, setFilter] = useState<Filter>({ areaCode: null, every: false, hoursBefore: 0 });
  const [to, setTo] = useState<To>({
    lead: null,
    linkage: mode.units.map(({ code }) => code),
    note: '',
  });
  const chosen = useChosen();
  const found = useQuery(candidatesQuery(askedBy(mode, filter)));
  const send = useSlices(mode.id, to, () => chosen.set(new Set()));
  return (
    <Panel title={emergencyText.tabs.send}>
      <p className="soft gap-below">{words.help}</p>
      <Filters mode={mode} filter={filter} onFilter={setFilter} />
      <Receivers mode={mode} to={to} onTo={setTo} />
      <Ask of={found}>
        {({ rows, hasMore }) => (
          <>
            <ManyBar
              orders={rows}
              chosen={chosen}
              most={emergency.mostCandidates}
              chooseAll={words.all}
              label={words.send}
              done={words.done}
              isPending={send.isPending}
              onAct={(ids) => send.mutate(ids)}
              results={send.data ?? null}
              onRead={send.reset}
            />
            {rows.length === 0 && <p className="soft">{words.none}</p>}
            {hasMore && <p className="soft">{words.more(emergency.mostCandidates)}</p>}
            {rows.length > 0 && <Candidates rows={rows} chosen={chosen} />}
          </>
        )}
      </Ask>
    </Panel>
  );
}

function askedBy({ id: modeId, openedAt }: Mode, { areaCode, every, hoursBefore }: Filter) {
  const since = new Date(Date.parse(openedAt) - hoursBefore * 3_600_000).toISOString();
  return {
    modeId,
    since,
    urgency: every ? ('every' as const) : ('urgent' as const),
    ...(areaCode === null ? {} : { areaCode }),
  };
}

interface FiltersProps {
  mode: Mode;
  filter: Filter;
  onFilter: (next: Filter) => void;
}

function Filters({ mode, filter, onFilter }: FiltersProps) {
  return (
    <div className="inline gap-below emergency-filters">
      <Field label={words.area}>
        {(id) => (
          <AreaPicker
            id={id}
            value={filter.areaCode ?? mode.areaCode}
            onChange={(areaCode) => onFilter({ ...filter, areaCode })}
          />
        )}
      </Field>
      <Field label={words.earlier}>
        {(id) => (
          <Select
            id={id}
            value={filter.hoursBefore}
            onChange={(hoursBefore: number) => onFilter({ ...filter, hoursBefore })}
            options={Object.entries(words.earlierOptions).map(([hours, label]) => ({
              value: Number(hours),
              label,
            }))}
          />
        )}
      </Field>
      <Checkbox
        checked={filter.every}
        onChange={({ target }) => onFilter({ ...filter, every: target.checked })}
      >
        {words.every}
      </Checkbox>
    </div>
  );
}

function Receivers({ mode, to, onTo }: { mode: Mode; to: To; onTo: (next: To) => void }) {
  const options = mode.units.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="emergency-to gap-below">
      <Field label={words.lead}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            value={to.lead ?? ''}
            onChange={(lead: string) => onTo({ ...to, lead: lead === '' ? null : lead })}
            options={[{ value: '', label: words.leadByCatalogue }, ...options]}
          />
        )}
      </Field>
      <Field label={words.linkage}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            mode="multiple"
            value={[...to.linkage]}
            onChange={(linkage: string[]) => onTo({ ...to, linkage })}
            options={options}
          />
        )}
      </Field>
      <Field label={words.note}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={2000}
            value={to.note}
            onChange={({ target }) => onTo({ ...to, note: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

type Row = ReplyOf<typeof emergency.listCandidates>['rows'][number];

function Candidates({ rows, chosen }: { rows: readonly Row[]; chosen: Chosen }) {
  return (
    <DataTable
      heads={words.heads}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <Tick key="tick" order={row} chosen={chosen} />,
          row.orderNo,
          row.title,
          <UrgencyTag key="urgency" urgency={row.urgency} />,
          <StatusTag key="status" status={row.status} />,
          row.matterName,
          row.areaName,
          shortInstant(row.acceptedAt),
        ],
      }))}
    />
  );
}
