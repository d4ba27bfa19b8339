import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import * as orders from '../orders/index.ts';
import { closeOrder } from './close.ts';

const afterApproval = job('call-back:after-approval', news);
on('handling.reply-approved', afterApproval);
on('merging.answered', afterApproval);

/** Whoever asked not to be called is not called: the answer was sent, the order closes, and may still be rated. */
handle(afterApproval, async (ctx, { id }) => {
  const order = await orders.lock(ctx, id);
  if (order.status !== 'call-back' || order.needs_call_back) return;
  await closeOrder(ctx, order, 'not-wanted', null);
});
