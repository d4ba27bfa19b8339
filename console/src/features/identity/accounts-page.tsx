import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../shell/session.ts';
import { KeysetList, rowsOf } from '../../ui/keyset-list.tsx';
import { useSettled } from '../../ui/settled.ts';
import { SplitPage } from '../../ui/split-page.tsx';
import { AccountDetail } from './account-detail.tsx';
import { AccountFilters, AccountLine } from './account-list.tsx';
import { accountsQuery } from './accounts.queries.ts';
import { ApiUseButton } from './api-use-button.tsx';
import { CreateAccount } from './create-account.tsx';
import { DirectoryButton } from './directory-button.tsx';
import { FirstPassword, type HandedOut } from './first-password.tsx';
import './identity.css';
import type { AccountsSearch } from './search.ts';
import { RulesButton } from './sign-in-rules.tsx';
import { accountsText } from './text.ts';

const route = getRouteApi('/accounts');

/** 账号: who works here, in which unit, with which roles. */
export function AccountsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState('');
  const [handed, setHanded] = useState<HandedOut | null>(null);
  const { open, ...filters } = search;
  const list = useInfiniteQuery({
    ...accountsQuery({ ...filters, q: useSettled(typed.trim(), 200) }),
    placeholderData: (before) => before,
  });
  const chosen = rowsOf(list.data).find(({ id }) => id === open);
  const patch = (part: Partial<AccountsSearch>) => navigate({ search: { ...search, ...part } });
  return (
    <>
      <PageTitle
        onMade={(made) => {
          setHanded(made);
          // The new one is found by its login, whatever was filtered before.
          setTyped(made.login);
          navigate({ search: { open: made.accountId } });
        }}
      />
      <AccountFilters typed={typed} onType={setTyped} filters={filters} patch={patch} />
      <SplitPage
        onBack={() => patch({ open: undefined })}
        list={
          <KeysetList
            query={list}
            label={accountsText.listLabel}
            keyOf={({ id }) => id}
            empty={accountsText.none}
            unit={accountsText.counted}
            render={(account) => (
              <AccountLine
                account={account}
                isOpen={account.id === open}
                onOpen={() => patch({ open: account.id })}
              />
            )}
          />
        }
        detail={
          chosen === undefined ? null : (
            <AccountDetail key={chosen.id} account={chosen} onHandedOut={setHanded} />
          )
        }
      />
      {handed && <FirstPassword handed={handed} onDone={() => setHanded(null)} />}
    </>
  );
}

function PageTitle({ onMade }: { onMade: (made: HandedOut) => void }) {
  const [creating, setCreating] = useState(false);
  const mayManage = useMay()('accounts.manage');
  return (
    <div className="page-title">
      <h1>{accountsText.title}</h1>
      <RulesButton />
      {mayManage && (
        <>
          <ApiUseButton />
          <DirectoryButton />
          <Button type="primary" onClick={() => setCreating(true)}>
            {accountsText.create}
          </Button>
        </>
      )}
      {creating && (
        <CreateAccount
          onClose={() => setCreating(false)}
          onMade={(made) => {
            setCreating(false);
            onMade(made);
          }}
        />
      )}
    </div>
  );
}
