import { type News, news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import * as orders from '../orders/index.ts';
import { hold } from './hold.ts';
import { laterOnes, lookForRepeat } from './repeat.ts';

const follow = job('mechanisms:follow', news);
const again = job('mechanisms:look-for-repeat', news);

on('intake.accepted', follow);
on('intake.accepted-by-rule', follow);
on('intake.transfer-returned', follow);
on('dispatch.sent', follow);
on('dispatch.place-corrected', follow);
on('mechanisms.form-filled', again);

/** 归入 as soon as it is accepted, and once more when it is sent: matter and place may have been put right. */
handle(follow, async (ctx, { id }) => {
  const order = await orders.lock(ctx, id);
  if (!orders.isOpen(order.status)) return;
  const mechanism = await hold(ctx, order);
  if (mechanism) await lookForRepeat(ctx, order, mechanism.code);
});

/** A name may be filled in of the earlier order last: then those that came after it are the repeated ones. */
handle(again, async (ctx, { id, data }: News) => {
  const mechanism = String(data.mechanism);
  for (const one of [id, ...(await laterOnes(ctx, id, mechanism))]) {
    const order = await orders.lock(ctx, one);
    if (orders.isOpen(order.status)) await lookForRepeat(ctx, order, mechanism);
  }
});
