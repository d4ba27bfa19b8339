import type { identity } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import type { Json } from '../../platform/json.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { type Account, updateAccount } from './accounts.repo.ts';
import { holdAccount } from './held-account.ts';
import { keepingBoth, mustWait } from './must-wait.ts';
import { freePhone } from './phones.ts';
import { mayHold } from './policy.ts';
import { type AskedRights, areSame, rightsOf } from './rights.ts';
import { askRights, replaceAsk } from './rights-asks.repo.ts';

type Change = InputOf<typeof identity.changeAccount>;
type Changed = ReplyOf<typeof identity.changeAccount>;

/**
 * 修改账号: what is not said stays; what comes out has to go together. Nobody changes rights of their own, and what is
 * granted waits for a security administrator where the city's rules say so.
 */
export async function changeAccount(ctx: Context, input: Change): Promise<Changed> {
  const account = await holdAccount(ctx, input.accountId);
  const next = rightsAfter(account, input);
  const isOwn = ctx.actor.accountId === account.id;
  refuseUnless(!isOwn || areSame(rightsOf(account), next), 'identity.own-rights');
  const rightsWait = await mustWait(ctx, rightsOf(account), next);
  await write(ctx, account, { input, next, rightsWait });
  return { done: true, rightsWait };
}

/** As the directory outside says, whose own keepers decided. */
export async function changeAtOnce(ctx: Context, input: Change): Promise<void> {
  const account = await holdAccount(ctx, input.accountId);
  await write(ctx, account, { input, next: rightsAfter(account, input), rightsWait: false });
}

const rightsAfter = (account: Account, input: Change): AskedRights => ({
  roles: [...new Set(input.roles ?? account.roles)],
  narrowedTo: input.narrowedTo === undefined ? account.narrowed_to : input.narrowedTo,
  outsourced: input.outsourced ?? account.is_outsourced,
  unit: input.unit ?? account.unit_code ?? '',
});

interface Writing {
  readonly input: Change;
  readonly next: AskedRights;
  readonly rightsWait: boolean;
}

async function write(ctx: Context, account: Account, how: Writing): Promise<void> {
  const { input, next, rightsWait } = how;
  const unit = await organisation.unit(ctx, next.unit);
  demand(mayHold({ ...next, unit }));
  const phone = input.phone === undefined ? {} : await freePhone(ctx, input.phone, account.id);
  const name = input.name ?? account.name;
  const rights = rightsWait
    ? {}
    : {
        roles: [...next.roles],
        narrowed_to: next.narrowedTo,
        is_outsourced: next.outsourced,
        unit_code: unit.code,
      };
  await keepingBoth(ctx, () => updateAccount(ctx, account.id, { name, ...rights, ...phone }));
  if (rightsWait) await askRights(ctx, account.id, next);
  else if (!areSame(rightsOf(account), next)) await replaceAsk(ctx, account.id);
  const subject = { kind: 'account', id: account.id } as const;
  tell(ctx, subject, rightsWait ? 'identity.rights-asked' : 'identity.account-changed', {});
  Object.assign(ctx.unitOfWork.facts, changesOf(account, how));
}

/** For the audit line: rights before and after; of a name and a number only that they changed. */
function changesOf(account: Account, { input, next, rightsWait }: Writing): Record<string, Json> {
  const { name, phone } = input;
  const before = rightsOf(account);
  return {
    before: { ...before, roles: [...before.roles] },
    [rightsWait ? 'asked' : 'after']: { ...next, roles: [...next.roles] },
    renamed: name !== undefined && name !== account.name,
    phone: phone === undefined ? 'kept' : phone === null ? 'cleared' : 'set',
  };
}
