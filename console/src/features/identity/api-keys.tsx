import { identity } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Popconfirm, Typography } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { shortInstant } from '../../ui/format.ts';
import { type Account, apiKeysQuery } from './accounts.queries.ts';
import { firstPasswordText, apiKeysText as words } from './text.ts';

/** 接口密钥 of a machine account: made, told once, ended. */
export function ApiKeys({ account }: { account: Account }) {
  const { data } = useQuery(apiKeysQuery(account.id));
  return (
    <section aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="soft">{words.help}</p>
      <ul className="plain-list">
        {(data?.rows ?? []).map((key) => (
          <li key={key.keyId}>
            {key.name} <span className="mono">…{key.ending}</span>{' '}
            {words.made(shortInstant(key.madeAt))}{' '}
            {key.endedAt === null ? (
              <EndKey accountId={account.id} keyId={key.keyId} />
            ) : (
              <span className="soft">{words.ended(shortInstant(key.endedAt))}</span>
            )}
          </li>
        ))}
      </ul>
      <MakeKey accountId={account.id} />
    </section>
  );
}

function MakeKey({ accountId }: { accountId: string }) {
  const [name, setName] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const make = useAct(identity.makeApiKey, {
    done: null,
    stale: ['api-keys'],
    onDone: ({ key }) => {
      setTold(key);
      setName('');
    },
  });
  return (
    <>
      <div className="account-acts">
        <Input
          aria-label={words.name}
          placeholder={words.name}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button
          disabled={name.trim() === ''}
          loading={make.isPending}
          onClick={() => make.mutate({ accountId, name })}
        >
          {words.make}
        </Button>
      </div>
      <Modal
        title={words.title}
        open={told !== null}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
        footer={
          <Button type="primary" onClick={() => setTold(null)}>
            {firstPasswordText.done}
          </Button>
        }
      >
        <p className="gap-below">{words.once}</p>
        <Typography.Text copyable strong className="mono">
          {told ?? ''}
        </Typography.Text>
      </Modal>
    </>
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
