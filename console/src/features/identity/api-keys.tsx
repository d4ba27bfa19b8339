import { apiScopeWords, identity, type ReplyOf } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Tag } from 'antd';
import { useAct } from '../../shell/act.ts';
import { shortInstant } from '../../ui/format.ts';
import { type Account, apiKeysQuery } from './accounts.queries.ts';
import { MakeKey } from './make-key.tsx';
import { apiKeysText as words } from './text.ts';

type Key = ReplyOf<typeof identity.listApiKeys>['rows'][number];

/** 接口密钥 of a machine account: made, told once, used, ended. */
export function ApiKeys({ account }: { account: Account }) {
  const { data } = useQuery(apiKeysQuery(account.id));
  return (
    <section className="account-part" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="soft">{words.help}</p>
      <ul className="plain-list key-list">
        {(data?.rows ?? []).map((key) => (
          <li key={key.keyId}>
            <KeyLine accountId={account.id} of={key} />
          </li>
        ))}
      </ul>
      <MakeKey accountId={account.id} />
    </section>
  );
}

function KeyLine({ accountId, of: key }: { accountId: string; of: Key }) {
  return (
    <>
      <div>
        <strong>{key.name}</strong> <span className="mono">…{key.ending}</span>{' '}
        {words.made(shortInstant(key.madeAt))}{' '}
        {key.endedAt === null ? (
          <EndKey accountId={accountId} keyId={key.keyId} />
        ) : (
          <span className="soft">{words.ended(shortInstant(key.endedAt))}</span>
        )}
      </div>
      <div>
        {key.scopes.map((scope) => (
          <Tag key={scope}>{apiScopeWords[scope].label}</Tag>
        ))}
        <span className="soft">
          {words.limits(key.perMinute, key.perDay)}
          {key.expiresAt !== null && ` · ${words.until(shortInstant(key.expiresAt))}`}
        </span>
      </div>
      <Uses of={key.uses} />
    </>
  );
}

/** 每天调用次数. */
function Uses({ of: uses }: { of: Key['uses'] }) {
  if (uses.length === 0) return <div className="soft">{words.unused}</div>;
  return (
    <details>
      <summary>{words.uses}</summary>
      <ul className="plain-list">
        {uses.map(({ on, calls, refused }) => (
          <li key={on}>{words.used(on, calls, refused)}</li>
        ))}
      </ul>
    </details>
  );
}

function EndKey({ accountId, keyId }: { accountId: string; keyId: string }) {
  const end = useAct(identity.endApiKey, { done: words.over, stale: ['api-keys'] });
  return (
    <Popconfirm
      title={words.end}
      description={words.endAsk}
      okText={words.confirm}
      cancelText={words.cancel}
      onConfirm={() => end.mutate({ accountId, keyId })}
    >
      <Button size="small">{words.end}</Button>
    </Popconfirm>
  );
}
