import type { Context } from '../../platform/context.ts';
import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { change, returnsOf } from './returns.repo.ts';

const lapse = job('disputes:lapse', news);

on('dispatch.recalled', lapse);
on('dispatch.reassigned', lapse);
on('intake.withdrawn', lapse);
on('merging.merged', lapse);

handle(lapse, async (ctx, { id }) => {
  await orders.lock(ctx, id);
  await lapseLeft(ctx, id);
});

/** 另行处理: a request whose duty was taken back meanwhile has nothing left to ask for. The caller holds the order. */
export async function lapseLeft(ctx: Context, orderId: string): Promise<void> {
  const open = (await returnsOf(ctx, orderId)).filter(
    ({ state }) => state === 'to-sign' || state === 'asked',
  );
  if (open.length === 0) return;
  const duties = new Map((await ofOrder(ctx, orderId)).map((duty) => [duty.id, duty]));
  for (const one of open) {
    const state = duties.get(one.assignment_id)?.state;
    if (state !== 'return-to-sign' && state !== 'return-asked')
      await change(ctx, one, { state: 'lapsed' });
  }
}
