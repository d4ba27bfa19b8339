import type { identity } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import type { Json } from '../../platform/json.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { type Account, isAdminLeft, updateAccount } from './accounts.repo.ts';
import { holdAccount } from './held-account.ts';
import { freePhone } from './phones.ts';
import { mayHold } from './policy.ts';

type Change = InputOf<typeof identity.changeAccount>;

/** 修改账号: what is not said stays; what comes out has to go together. */
export async function changeAccount(ctx: Context, input: Change): Promise<{ done: true }> {
  const account = await holdAccount(ctx, input.accountId);
  const next = {
    roles: [...new Set(input.roles ?? account.roles)],
    narrowedTo: input.narrowedTo === undefined ? account.narrowed_to : input.narrowedTo,
    outsourced: input.outsourced ?? account.is_outsourced,
  };
  const unit = await organisation.unit(ctx, input.unit ?? account.unit_code ?? '');
  demand(mayHold({ ...next, unit }));
  const phone = input.phone === undefined ? {} : await freePhone(ctx, input.phone, account.id);

  await updateAccount(ctx, account.id, {
    name: input.name ?? account.name,
    roles: next.roles,
    narrowed_to: next.narrowedTo,
    is_outsourced: next.outsourced,
    unit_code: unit.code,
    ...phone,
  });
  refuseUnless(await isAdminLeft(ctx), 'identity.last-admin');
  tell(ctx, { kind: 'account', id: account.id }, 'identity.account-changed', {});
  Object.assign(ctx.unitOfWork.facts, changesOf(account, { ...next, unit: unit.code }, input));
  return { done: true };
}

/** For the audit line: rights before and after; of a name and a number only that they changed. */
function changesOf(
  account: Account,
  after: Record<'roles' | 'narrowedTo' | 'outsourced' | 'unit', Json>,
  { name, phone }: Change,
): Record<string, Json> {
  const before = {
    roles: account.roles,
    narrowedTo: account.narrowed_to,
    outsourced: account.is_outsourced,
    unit: account.unit_code,
  };
  return {
    before,
    after,
    renamed: name !== undefined && name !== account.name,
    phone: phone === undefined ? 'kept' : phone === null ? 'cleared' : 'set',
  };
}
