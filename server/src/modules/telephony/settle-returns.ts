import type { LeaveReason } from '@minsheng/contract/words/calls.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import type { Call } from './calls.repo.ts';
import { lockMissed, markReturned } from './missed.repo.ts';

export type ReturnedHow = 'reached' | 'rang-again' | LeaveReason;

/** 回拨了结: whoever talks with a number now has all its missed calls answered. */
export async function settleReturns(
  ctx: Context,
  by: Pick<Call, 'id' | 'number_index'>,
  how: ReturnedHow,
): Promise<void> {
  if (by.number_index) await returnAll(ctx, await lockMissed(ctx, by.number_index), how, by.id);
}

export async function returnAll(
  ctx: Context,
  ids: readonly string[],
  how: ReturnedHow,
  by: string | null,
): Promise<void> {
  if (ids.length === 0) return;
  await markReturned(ctx, ids, how);
  for (const id of ids) tell(ctx, { kind: 'call', id }, 'telephony.returned', { how, by });
  announce(ctx, 'desk:calls');
}
