import { accountStateLabel, accountStates, roles, roleWords } from '@minsheng/contract';
import { Checkbox, Input, Select } from 'antd';
import { Field } from '../../ui/field.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { AccountChips } from './account-chips.tsx';
import type { Account } from './accounts.queries.ts';
import { rightsText } from './rights-text.ts';
import type { AccountsSearch } from './search.ts';
import { accountsText } from './text.ts';

interface FiltersProps {
  typed: string;
  onType: (words: string) => void;
  filters: AccountsSearch;
  patch: (part: Partial<AccountsSearch>) => void;
}

export function AccountFilters({ typed, onType, filters, patch }: FiltersProps) {
  return (
    <search className="panel account-filters" aria-label={accountsText.filters}>
      <Field label={accountsText.find}>
        {(id) => (
          <Input
            id={id}
            type="search"
            allowClear
            value={typed}
            maxLength={60}
            onChange={(event) => onType(event.target.value)}
          />
        )}
      </Field>
      <Field label={accountsText.unit}>
        {(id) => (
          <UnitPicker
            id={id}
            offers="every-unit"
            value={filters.unit ?? null}
            onChange={(unit) => patch({ unit: unit ?? undefined })}
          />
        )}
      </Field>
      <Field label={accountsText.role}>
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder={accountsText.any}
            value={filters.role ?? null}
            options={roles.map((value) => ({ value, label: roleWords[value].label }))}
            onChange={(role) => patch({ role: role ?? undefined })}
          />
        )}
      </Field>
      <Field label={accountsText.state}>
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder={accountsText.any}
            value={filters.state ?? null}
            options={accountStates.map((value) => ({ value, label: accountStateLabel[value] }))}
            onChange={(state) => patch({ state: state ?? undefined })}
          />
        )}
      </Field>
      <Checkbox
        checked={filters.waits === true}
        onChange={(event) => patch({ waits: event.target.checked ? true : undefined })}
      >
        {rightsText.onlyWaiting}
      </Checkbox>
    </search>
  );
}

interface LineProps {
  account: Account;
  isOpen: boolean;
  onOpen: () => void;
}

export function AccountLine({ account, isOpen, onOpen }: LineProps) {
  return (
    <div className={isOpen ? 'row is-open' : 'row'}>
      <button type="button" className="row-main" aria-current={isOpen} onClick={onOpen}>
        <span className="row-title">
          {account.name} <span className="soft mono">{account.login}</span>
        </span>
        <span className="row-meta">
          {[account.unit?.name ?? '', account.roles.map((role) => roleWords[role].label).join('、')]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        <span className="row-tags">
          <AccountChips account={account} />
        </span>
      </button>
    </div>
  );
}
