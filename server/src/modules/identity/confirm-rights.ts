import type { identity } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { type Account, updateAccount } from './accounts.repo.ts';
import { holdAccount } from './held-account.ts';
import { keepingBoth } from './must-wait.ts';
import { mayHold } from './policy.ts';
import { decideAsk, openAsks, type RightsAsk } from './rights-asks.repo.ts';

/** 复核同意: what was asked for is in force. By somebody who neither asked for it nor gains by it. */
export async function confirmRights(
  ctx: Context,
  { accountId, askId }: InputOf<typeof identity.confirmRights>,
): Promise<{ done: true }> {
  const { account, ask } = await heldAsk(ctx, accountId, askId);
  refuseUnless(ask.asked_by !== ctx.actor.accountId, 'identity.own-ask');
  const unit = await organisation.unit(ctx, ask.unit_code);
  const next = { roles: ask.roles, narrowedTo: ask.narrowed_to, outsourced: ask.is_outsourced };
  demand(mayHold({ ...next, unit }));
  await keepingBoth(ctx, () =>
    updateAccount(ctx, account.id, {
      roles: ask.roles,
      narrowed_to: ask.narrowed_to,
      is_outsourced: ask.is_outsourced,
      unit_code: unit.code,
    }),
  );
  await decideAsk(ctx, ask, { outcome: 'confirmed', reason: null });
  tell(ctx, { kind: 'account', id: account.id }, 'identity.rights-confirmed', {});
  tell(ctx, { kind: 'account', id: account.id }, 'identity.account-changed', {});
  Object.assign(ctx.unitOfWork.facts, { after: { ...next, unit: unit.code } });
  return { done: true };
}

/** 复核不同意: the account keeps what it had. */
export async function refuseRights(
  ctx: Context,
  { accountId, askId, reason }: InputOf<typeof identity.refuseRights>,
): Promise<{ done: true }> {
  const { account, ask } = await heldAsk(ctx, accountId, askId);
  await decideAsk(ctx, ask, { outcome: 'refused', reason });
  tell(ctx, { kind: 'account', id: account.id }, 'identity.rights-refused', {});
  Object.assign(ctx.unitOfWork.facts, { reason });
  return { done: true };
}

async function heldAsk(
  ctx: Context,
  accountId: string,
  askId: string,
): Promise<{ account: Account; ask: RightsAsk }> {
  refuseUnless(ctx.actor.accountId !== accountId, 'identity.own-rights');
  const account = await holdAccount(ctx, accountId);
  const ask = (await openAsks(ctx, [account.id])).get(account.id);
  refuseUnless(ask?.id === askId, 'identity.no-such-ask');
  return { account, ask };
}
