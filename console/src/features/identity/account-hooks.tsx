import { openApi, type ReplyOf } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Typography } from 'antd';
import { useAct } from '../../shell/act.ts';
import { shortInstant } from '../../ui/format.ts';
import { type Account, accountHooksQuery } from './accounts.queries.ts';
import { apiKeysText, hooksText as words } from './text.ts';

type Hook = ReplyOf<typeof openApi.hooksOfAccount>['rows'][number];

/** 推送订阅 of a machine account: where changes are sent, whether they arrive, and an end to it. */
export function AccountHooks({ account }: { account: Account }) {
  const { data } = useQuery(accountHooksQuery(account.id));
  const hooks = data?.rows ?? [];
  return (
    <section className="account-part" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="soft">{words.help}</p>
      {hooks.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="plain-list key-list">
        {hooks.map((hook) => (
          <li key={hook.hookId}>
            <HookLine accountId={account.id} of={hook} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function HookLine({ accountId, of: hook }: { accountId: string; of: Hook }) {
  return (
    <>
      <div>
        <span className="mono">{hook.url}</span>{' '}
        {hook.endedAt === null ? (
          <EndHook accountId={accountId} hookId={hook.hookId} />
        ) : (
          <span className="soft">{words.ended(shortInstant(hook.endedAt))}</span>
        )}
      </div>
      <div className="soft">
        {[
          words.made(shortInstant(hook.madeAt)),
          words.kinds(hook.kinds.length),
          ...(hook.lastSentAt === null ? [] : [words.sent(shortInstant(hook.lastSentAt))]),
        ].join(' · ')}
      </div>
      {hook.endedAt === null && hook.downSince !== null && (
        <Typography.Text type="danger">
          {words.down(shortInstant(hook.downSince), hook.lastError ?? '')}
        </Typography.Text>
      )}
    </>
  );
}

function EndHook({ accountId, hookId }: { accountId: string; hookId: string }) {
  const end = useAct(openApi.endHookOfAccount, {
    done: apiKeysText.over,
    stale: ['account-hooks'],
  });
  return (
    <Popconfirm
      title={apiKeysText.end}
      description={words.endAsk}
      okText={apiKeysText.confirm}
      cancelText={apiKeysText.cancel}
      onConfirm={() => end.mutate({ accountId, hookId })}
    >
      <Button size="small">{apiKeysText.end}</Button>
    </Popconfirm>
  );
}
