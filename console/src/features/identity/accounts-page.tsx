import { identity, type ReplyOf, type Role, roles, roleWords } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { call } from '../../shell/call.ts';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Field } from '../../ui/field.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { accountsText } from './text.ts';

type Account = ReplyOf<typeof identity.listAccounts>['rows'][number];

const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => call(identity.listAccounts, {}, { signal }),
});

function GrantButton({ account }: { account: Account }) {
  const [open, setOpen] = useState(false);
  const act = useAct(identity.grantRole, {
    done: accountsText.granted,
    stale: ['accounts'],
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{accountsText.grant}</Button>
      <FormDrawer<{ role: Role }>
        title={accountsText.grant}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ role }) => act.mutate({ accountId: account.id, role })}
      >
        <p className="gap-below soft">{accountsText.grantHelp}</p>
        <Form.Item
          name="role"
          label={accountsText.grantRole}
          rules={[{ required: true, message: accountsText.grantNeeded }]}
        >
          <Select
            options={roles
              .filter((role) => !account.roles.includes(role))
              .map((role) => ({ value: role, label: roleWords[role].label }))}
          />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

function AccountLine({ account }: { account: Account }) {
  return (
    <li className="panel account">
      <div>
        <h2>
          {account.name}{' '}
          {account.outsourced && <span className="chip chip-wait">{accountsText.outsourced}</span>}{' '}
          {account.disabled && <span className="chip chip-plain">{accountsText.disabled}</span>}
        </h2>
        <Facts
          facts={[
            { label: accountsText.login, value: account.login },
            { label: accountsText.unit, value: account.unit?.name ?? null },
            {
              label: accountsText.roles,
              value: account.roles.map((role) => roleWords[role].label).join('、'),
            },
            { label: accountsText.scope, value: accountsText.scopeWords[account.scope] },
          ]}
        />
      </div>
      <GrantButton account={account} />
    </li>
  );
}

function matches(account: Account, words: string): boolean {
  const text = [account.name, account.login, account.unit?.name ?? ''].join(' ').toLowerCase();
  return text.includes(words.trim().toLowerCase());
}

/** 账号: who works here, in which unit, with which roles. */
export function AccountsPage() {
  const [words, setWords] = useState('');
  const accounts = useQuery(accountsQuery);
  return (
    <>
      <div className="page-title">
        <h1>{accountsText.title}</h1>
      </div>
      <Field label={accountsText.filter}>
        {(id) => (
          <Input
            id={id}
            type="search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <Ask of={accounts}>
        {({ rows }) => {
          const shown = rows.filter((account) => matches(account, words));
          if (shown.length === 0) return <EmptyState words={accountsText.none} />;
          return (
            <ul className="rows" aria-label={accountsText.listLabel}>
              {shown.map((account) => (
                <AccountLine key={account.id} account={account} />
              ))}
            </ul>
          );
        }}
      </Ask>
    </>
  );
}
