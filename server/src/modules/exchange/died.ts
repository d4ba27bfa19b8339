import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { waitForCentre } from '../waits/index.ts';
import { changePending, type Pending } from './pending.repo.ts';

export const deskTopic = 'exchange';

/** 死信: nothing happens to it by itself any more; the desk sees it, and whatever follows it in its case waits. */
export async function died(
  ctx: Context,
  { id, attempts }: Pending,
  { code, detail }: { code: string; detail: string | null },
): Promise<void> {
  await changePending(ctx, id, {
    state: 'dead',
    attempts: attempts + 1,
    error_code: code,
    error_detail: detail,
    claimed_until: null,
    dead_at: ctx.now,
  });
  await waitForCentre(ctx, { kind: 'dead-letter', id, no: 0 }, 'dead-letter');
  announce(ctx, deskTopic);
}
