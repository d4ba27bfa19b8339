import { auditWordLabel } from '@minsheng/contract';
import { Checkbox, Input, Select } from 'antd';
import { DayField } from '../../ui/day-field.tsx';
import { Field } from '../../ui/field.tsx';
import type { AuditSearch } from './search.ts';
import { auditText as words } from './text.ts';

interface FiltersProps {
  search: AuditSearch & { from: string; until: string };
  patch: (part: Partial<AuditSearch>) => void;
}

const actions = Object.entries(auditWordLabel).map(([value, label]) => ({ value, label }));

export function AuditFilters({ search, patch }: FiltersProps) {
  return (
    <search className="panel audit-filters" aria-label={words.filters}>
      <DayField label={words.from} day={search.from} onDay={(from) => patch({ from })} />
      <DayField label={words.until} day={search.until} onDay={(until) => patch({ until })} />
      <Words label={words.login} value={search.login} onWords={(login) => patch({ login })} />
      <Field label={words.word}>
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder={words.any}
            value={search.word ?? null}
            showSearch={{ optionFilterProp: 'label' }}
            options={actions}
            onChange={(word) => patch({ word: word ?? undefined })}
          />
        )}
      </Field>
      <Words label={words.object} value={search.object} onWords={(object) => patch({ object })} />
      <Checkbox
        checked={search.changes === true}
        onChange={(event) => patch({ changes: event.target.checked ? true : undefined })}
      >
        {words.changesOnly}
      </Checkbox>
      <Checkbox
        checked={search.refused === true}
        onChange={(event) => patch({ refused: event.target.checked ? true : undefined })}
      >
        {words.refusedOnly}
      </Checkbox>
    </search>
  );
}

interface WordsProps {
  label: string;
  value: string | undefined;
  onWords: (words: string | undefined) => void;
}

const Words = ({ label, value, onWords }: WordsProps) => (
  <Field label={label}>
    {(id) => (
      <Input
        id={id}
        allowClear
        maxLength={60}
        autoComplete="off"
        value={value ?? ''}
        onChange={({ target }) => onWords(target.value === '' ? undefined : target.value)}
      />
    )}
  </Field>
);
