import type { warnings as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { WarningState } from '@minsheng/contract/words/warnings.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { mayLook, maySettle } from './policy.ts';
import { lock, settle, type WarningRow } from './warnings.repo.ts';

const done = { done: true } as const;

/** 已看过. */
export async function lookAtWarning(
  ctx: Context,
  { warningId }: InputOf<typeof contract.lookAtWarning>,
): Promise<typeof done> {
  const warning = await held(ctx, warningId);
  demand(mayLook(ctx.actor, warning));
  await keep(ctx, warningId, { state: 'looked-at', dismissed_as: null, note: null });
  tell(ctx, subjectOf(warningId), 'warnings.looked-at', {});
  return done;
}

/** 排除: it means nothing, for a reason; the next ones are weighed without it. */
export async function dismissWarning(
  ctx: Context,
  { warningId, dismissedAs, note }: InputOf<typeof contract.dismissWarning>,
): Promise<typeof done> {
  const warning = await held(ctx, warningId);
  demand(maySettle(ctx.actor, warning));
  await keep(ctx, warningId, { state: 'dismissed', dismissed_as: dismissedAs, note: note || null });
  tell(ctx, subjectOf(warningId), 'warnings.dismissed', { as: dismissedAs });
  return done;
}

/** 处置: what was done stands in the row; the event says only that something was. */
export async function actOnWarning(
  ctx: Context,
  { warningId, note }: InputOf<typeof contract.actOnWarning>,
): Promise<typeof done> {
  const warning = await held(ctx, warningId);
  demand(maySettle(ctx.actor, warning));
  await keep(ctx, warningId, { state: 'acted', dismissed_as: null, note });
  tell(ctx, subjectOf(warningId), 'warnings.acted', {});
  return done;
}

const subjectOf = (id: string) => ({ kind: 'warning', id }) as const;

async function held(ctx: Context, warningId: string): Promise<WarningRow> {
  const warning = await lock(ctx, warningId);
  refuseUnless(warning, 'warnings.no-such-warning');
  return warning;
}

async function keep(
  ctx: Context,
  id: string,
  as: { state: WarningState } & Pick<WarningRow, 'dismissed_as' | 'note'>,
): Promise<void> {
  await settle(ctx, id, { ...as, settled_by: ctx.actor.accountId, settled_at: ctx.now });
  announce(ctx, 'warnings');
}
