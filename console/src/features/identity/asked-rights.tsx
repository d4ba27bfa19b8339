import { identity, roleWords, scopeLabel } from '@minsheng/contract';
import { Button, Popconfirm } from 'antd';
import { useAct } from '../../shell/act.ts';
import { useMay } from '../../shell/session.ts';
import { Facts } from '../../ui/facts.tsx';
import { shortInstant } from '../../ui/format.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import type { Account } from './accounts.queries.ts';
import { rightsText as words } from './rights-text.ts';
import { accountsText, accountActsText as acts, accountFactsText as facts } from './text.ts';

type Asked = NonNullable<Account['asked']>;

/** 授权待复核: what was asked for, beside what the account has; decided by a security administrator. */
export function AskedRights({ account, asked }: { account: Account; asked: Asked }) {
  const maySecure = useMay()('accounts.secure');
  const { roles, narrowedTo, outsourced, unitName, by, at } = asked;
  return (
    <section className="account-part" aria-label={words.waits}>
      <h3>{words.waits}</h3>
      <p className="gap-below">{words.asked(by, shortInstant(at))}</p>
      <Facts
        facts={[
          { label: facts.roles, value: roles.map((role) => roleWords[role].label).join('、') },
          { label: facts.unit, value: unitName },
          { label: facts.scope, value: narrowedTo && scopeLabel[narrowedTo] },
          { label: accountsText.outsourced, value: outsourced ? accountsText.outsourced : null },
        ]}
      />
      {maySecure ? (
        <Decide accountId={account.id} askId={asked.askId} />
      ) : (
        <p className="soft">{words.forAdmin}</p>
      )}
    </section>
  );
}

function Decide(ask: { accountId: string; askId: string }) {
  const stale = ['accounts'];
  const confirm = useAct(identity.confirmRights, { done: words.confirmed, stale });
  const refuse = useAct(identity.refuseRights, { done: words.refused, stale, quiet: true });
  return (
    <div className="account-acts">
      <Popconfirm
        title={words.confirm}
        description={<p className="account-ask">{words.confirmAsk}</p>}
        okText={acts.confirm}
        cancelText={acts.cancel}
        onConfirm={() => confirm.mutate(ask)}
      >
        <Button type="primary" loading={confirm.isPending}>
          {words.confirm}
        </Button>
      </Popconfirm>
      <ReasonButton
        label={words.refuse}
        act={refuse}
        input={(reason) => ({ ...ask, reason })}
        needed
        least={4}
        help={words.refuseHelp}
      />
    </div>
  );
}
