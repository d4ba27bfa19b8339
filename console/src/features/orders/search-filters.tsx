import {
  channelLabel,
  channels,
  orderStatuses,
  orderStatusLabel,
  urgencies,
  urgencyLabel,
} from '@minsheng/contract';
import { Button, Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { Field } from '../../ui/field.tsx';
import { MatterPicker } from '../../ui/matter-picker.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import type { OrdersSearch } from './search.ts';
import { searchText } from './text.ts';

interface SearchFiltersProps {
  filters: OrdersSearch;
  onSearch: (filters: OrdersSearch) => void;
}

interface PartProps {
  form: OrdersSearch;
  patch: (part: Partial<OrdersSearch>) => void;
}

function Stage({ form, patch }: PartProps) {
  return (
    <>
      <Field label={searchText.status}>
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder={searchText.any}
            value={form.status ?? null}
            options={orderStatuses.map((value) => ({ value, label: orderStatusLabel[value] }))}
            onChange={(status) => patch({ status: status ?? undefined })}
          />
        )}
      </Field>
      <Field label={searchText.urgency}>
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder={searchText.any}
            value={form.urgency ?? null}
            options={urgencies.map((value) => ({ value, label: urgencyLabel[value] }))}
            onChange={(urgency) => patch({ urgency: urgency ?? undefined })}
          />
        )}
      </Field>
      <Field label={searchText.channel}>
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder={searchText.any}
            value={form.channel ?? null}
            options={channels.map((value) => ({ value, label: channelLabel[value] }))}
            onChange={(channel) => patch({ channel: channel ?? undefined })}
          />
        )}
      </Field>
    </>
  );
}

function Where({ form, patch }: PartProps) {
  return (
    <>
      <Field label={searchText.matter}>
        {(id) => (
          <MatterPicker
            id={id}
            value={form.matter ?? null}
            onChange={(matter) => patch({ matter: matter ?? undefined })}
          />
        )}
      </Field>
      <Field label={searchText.area}>
        {(id) => (
          <AreaPicker
            id={id}
            value={form.area ?? null}
            onChange={(area) => patch({ area: area ?? undefined })}
          />
        )}
      </Field>
      <Field label={searchText.unit}>
        {(id) => (
          <UnitPicker
            id={id}
            value={form.unit ?? null}
            onChange={(unit) => patch({ unit: unit ?? undefined })}
          />
        )}
      </Field>
    </>
  );
}

function When({ form, patch }: PartProps) {
  const dayOf = (name: 'from' | 'to' | 'closedOn' | 'overrideSince') => (id: string) => (
    <DatePicker
      id={id}
      className="wide"
      value={form[name] === undefined ? null : dayjs(form[name])}
      onChange={(day) => patch({ [name]: day?.format('YYYY-MM-DD') })}
    />
  );
  return (
    <>
      <Field label={searchText.from}>{dayOf('from')}</Field>
      <Field label={searchText.to}>{dayOf('to')}</Field>
      <Field label={searchText.closedOn}>{dayOf('closedOn')}</Field>
      <Field label={searchText.overrideSince}>{dayOf('overrideSince')}</Field>
    </>
  );
}

/** Filters are searched on Enter or with the button, and then stand in the address. */
export function SearchFilters({ filters, onSearch }: SearchFiltersProps) {
  const [form, setForm] = useState<OrdersSearch>(filters);
  const patch = (part: Partial<OrdersSearch>) => setForm((before) => ({ ...before, ...part }));
  return (
    <form
      className="panel"
      aria-label={searchText.filters}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(form);
      }}
    >
      <div className="filters">
        <Field label={searchText.q}>
          {(id) => (
            <Input
              id={id}
              value={form.q ?? ''}
              maxLength={60}
              placeholder={searchText.qHelp}
              onChange={(event) => patch({ q: event.target.value })}
            />
          )}
        </Field>
        <Stage form={form} patch={patch} />
        <Where form={form} patch={patch} />
        <When form={form} patch={patch} />
        <div className="field">
          <Checkbox
            checked={form.overdue === 'yes'}
            onChange={(event) => patch({ overdue: event.target.checked ? 'yes' : undefined })}
          >
            {searchText.overdue}
          </Checkbox>
          <Checkbox
            checked={form.asked === 'yes'}
            onChange={(event) => patch({ asked: event.target.checked ? 'yes' : undefined })}
          >
            {searchText.asked}
          </Checkbox>
        </div>
        <div className="field-buttons">
          <Button type="primary" htmlType="submit">
            {searchText.search}
          </Button>
          <Button onClick={() => onSearch({})}>{searchText.clear}</Button>
        </div>
      </div>
    </form>
  );
}
