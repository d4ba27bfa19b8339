import type { Instrument } from '@minsheng/contract/words/supervision.ts';
import type { Context } from '../../platform/context.ts';
import { type News, news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { ofOrder } from '../dispatch/index.ts';
import { repeatDemands } from '../mechanisms/index.ts';
import * as orders from '../orders/index.ts';
import { lastHolder } from './last-holder.ts';
import { isAtLeast, levelOf } from './levels.ts';
import { highestGiven } from './policy.ts';
import { raise } from './supervise.ts';
import { supervisionsOf } from './supervisions.repo.ts';
import { repeatWords } from './text.ts';
import { waysOf } from './ways.ts';

const repeated = job('supervision:repeated', news);
on('mechanisms.repeated', repeated);

/** 机制自动立项: the second complaint about the same thing is supervised at once, as the city wrote it down (decision 0020). */
handle(repeated, async (ctx, { id, data }: News) => {
  const order = await orders.lock(ctx, id);
  const level = data.level === 'S2' ? 'S2' : 'S3';
  await superviseByMechanism(ctx, order, { level, mechanism: String(data.mechanism) });
});

async function superviseByMechanism(
  ctx: Context,
  order: orders.Order,
  { level: code, mechanism }: { level: 'S2' | 'S3'; mechanism: string },
): Promise<void> {
  const [duties, before, level, demands] = await Promise.all([
    ofOrder(ctx, order.id),
    supervisionsOf(ctx, order.id),
    levelOf(ctx, code),
    repeatDemands(ctx, mechanism),
  ]);
  const holder = lastHolder(duties);
  const highest = highestGiven(before.filter(({ given_path }) => given_path === null));
  const isHigh = highest !== null && isAtLeast(highest, code);
  if (!holder || !demands || isHigh || !orders.isOpen(order.status)) return;
  // What goes out in writing is drafted and waits for its signature; a visit needs somebody to be chosen.
  const ways: readonly Instrument[] = waysOf(ctx.actor, order, level);
  const instrument: Instrument =
    ways.find((way) => way === 'work-reminder' || way === 'notice') ?? 'message';
  const input = { orderId: order.id, level: code, instrument, reason: repeatWords, demands };
  await raise(ctx, { order, holder, duties, before, level, input, trigger: 'same-object' });
}
