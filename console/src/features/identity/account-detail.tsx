import { accountStateLabel, identity, roleWords, scopeLabel } from '@minsheng/contract';
import { Button, Popconfirm } from 'antd';
import { useAct } from '../../shell/act.ts';
import { useMay, useMe } from '../../shell/session.ts';
import { Facts } from '../../ui/facts.tsx';
import { HeadedPanel } from '../../ui/panel.tsx';
import { AccountChips } from './account-chips.tsx';
import { AccountHooks } from './account-hooks.tsx';
import { AccountSessions } from './account-sessions.tsx';
import type { Account } from './accounts.queries.ts';
import { ApiKeys } from './api-keys.tsx';
import { AskedRights } from './asked-rights.tsx';
import { ChangeAccount } from './change-account.tsx';
import type { HandedOut } from './first-password.tsx';
import { LinkDirectory } from './link-directory.tsx';
import { ResetFactor } from './reset-factor.tsx';
import { factorText } from './security-text.ts';
import { accountsText, accountActsText as acts, accountFactsText as words } from './text.ts';

interface DetailProps {
  account: Account;
  onHandedOut: (handed: HandedOut) => void;
}

/** One account: what it may do, and what an administrator may do with it. */
export function AccountDetail({ account, onHandedOut }: DetailProps) {
  const isOwn = useMe().account.id === account.id;
  const may = useMay();
  return (
    <HeadedPanel
      label={account.name}
      head={
        <h2 className="gap-below">
          {account.name} <AccountChips account={account} />
        </h2>
      }
    >
      <AccountFacts account={account} />
      {account.asked && <AskedRights account={account} asked={account.asked} />}
      {may('accounts.manage') &&
        account.roles.includes('machine') &&
        account.state !== 'closed' && (
          <>
            <ApiKeys account={account} />
            <AccountHooks account={account} />
          </>
        )}
      {account.state === 'closed' ? (
        <p className="soft">{accountsText.shut}</p>
      ) : (
        <div className="account-acts">
          {may('accounts.manage') && (
            <>
              <ChangeAccount account={account} />
              <LinkDirectory account={account} />
              {!isOwn && <ShuttingButtons account={account} onHandedOut={onHandedOut} />}
            </>
          )}
          <AccountSessions account={account} />
          {may('accounts.secure') && !isOwn && account.hasFactor && (
            <ResetFactor account={account} />
          )}
          {isOwn && <p className="soft">{accountsText.own}</p>}
        </div>
      )}
    </HeadedPanel>
  );
}

/** 接口账号: its sessions see no order; what its keys see they say themselves. */
function scopeWords({ roles, narrowedTo, scope }: Account): string {
  if (roles.length === 0) return '';
  if (roles.every((role) => role === 'machine')) return words.byKeys;
  return narrowedTo === null ? scopeLabel[scope] : words.narrowed(scope);
}

function AccountFacts({ account }: { account: Account }) {
  return (
    <Facts
      facts={[
        { label: words.login, value: <span className="mono">{account.login}</span> },
        { label: words.unit, value: account.unit?.name ?? null },
        {
          label: words.roles,
          value: account.roles.map((role) => roleWords[role].label).join('、'),
        },
        {
          label: words.scope,
          value: scopeWords(account),
        },
        { label: words.phone, value: account.maskedPhone },
        { label: words.state, value: accountStateLabel[account.state] },
        { label: factorText.factor, value: account.hasFactor ? factorText.has : factorText.hasNot },
      ]}
    />
  );
}

function ShuttingButtons({ account, onHandedOut }: DetailProps) {
  const reset = useAct(identity.resetPassword, {
    done: null,
    stale: ['accounts'],
    onDone: onHandedOut,
  });
  return (
    <>
      <Asked
        label={acts.reset}
        ask={acts.resetAsk}
        onYes={() => reset.mutate({ accountId: account.id })}
      />
      {account.state === 'locked' ? (
        <ActButton
          account={account}
          route={identity.unlockAccount}
          words={[acts.unlock, null, acts.unlocked]}
        />
      ) : (
        <ActButton
          account={account}
          route={identity.lockAccount}
          words={[acts.lock, acts.lockAsk, acts.locked]}
        />
      )}
      <ActButton
        account={account}
        route={identity.closeAccount}
        words={[acts.close, acts.closeAsk, acts.closed]}
        danger
      />
    </>
  );
}

interface ActButtonProps {
  account: Account;
  route: typeof identity.lockAccount;
  /** The verb; what is asked first, if anything; what is said afterwards. */
  words: readonly [label: string, ask: string | null, done: string];
  danger?: boolean;
}

function ActButton({ account, route, words: [label, ask, done], danger }: ActButtonProps) {
  const act = useAct(route, { done, stale: ['accounts'] });
  const go = () => act.mutate({ accountId: account.id });
  if (ask === null) return <Button onClick={go}>{label}</Button>;
  return <Asked label={label} ask={ask} onYes={go} danger={danger ?? false} />;
}

interface AskedProps {
  label: string;
  ask: string;
  onYes: () => void;
  danger?: boolean;
}

function Asked({ label, ask, onYes, danger }: AskedProps) {
  return (
    <Popconfirm
      title={label}
      description={<p className="account-ask">{ask}</p>}
      okText={acts.confirm}
      cancelText={acts.cancel}
      onConfirm={onYes}
    >
      <Button danger={danger ?? false}>{label}</Button>
    </Popconfirm>
  );
}
