import { signIn } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { DrawerButton } from '../../ui/drawer-button.tsx';
import type { Account } from './accounts.queries.ts';
import { accountSessionsQuery } from './security.queries.ts';
import { sessionsText as words } from './security-text.ts';
import { SessionRows } from './session-rows.tsx';

/** 登录的地方 of an account, and an end to all of them. */
export function AccountSessions({ account }: { account: Account }) {
  return (
    <DrawerButton label={words.title} title={`${words.title} · ${account.name}`}>
      <Open accountId={account.id} />
    </DrawerButton>
  );
}

function Open({ accountId }: { accountId: string }) {
  const sessions = useQuery(accountSessionsQuery(accountId));
  const end = useAct(signIn.endAccountSessions, {
    done: words.allDone,
    stale: ['account-sessions'],
  });
  return (
    <Ask of={sessions}>
      {({ rows, shownCap }) => (
        <>
          <SessionRows rows={rows} shownCap={shownCap} />
          {rows.length > 0 && (
            <Popconfirm
              title={words.all}
              description={<p className="account-ask">{words.allAsk}</p>}
              okText={words.confirm}
              cancelText={words.cancel}
              onConfirm={() => end.mutate({ accountId })}
            >
              <Button danger>{words.all}</Button>
            </Popconfirm>
          )}
        </>
      )}
    </Ask>
  );
}
