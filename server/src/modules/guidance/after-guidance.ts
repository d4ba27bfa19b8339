import type { CheckReason } from '@minsheng/contract/words/guidance.ts';
import type { Context } from '../../platform/context.ts';
import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { openCheck } from './ask-check.ts';
import { checksOf } from './checks.repo.ts';
import { isSampled } from './is-sampled.ts';

const afterGuidance = job('guidance:after-guidance', news);
on('intake.disposed', afterGuidance);

/** 分类告知之后: what is not plain is always looked at by a second person, of the rest one in ten. */
handle(afterGuidance, async (ctx, { id }) => {
  const order = await orders.lock(ctx, id);
  const checks = await checksOf(ctx, id);
  if (order.status !== 'disposed' || checks.length > 0) return;
  const why = await reasonToCheck(ctx, order);
  if (why) await openCheck(ctx, order, { why, reason: null, checks });
});

async function reasonToCheck(ctx: Context, order: orders.Order): Promise<CheckReason | null> {
  const given = (await matters.dispositions(ctx)).find(
    ({ code }) => code === order.disposition_code,
  );
  if (given?.needsReview !== false) return 'not-clear';
  return isSampled(order.id) ? 'sample' : null;
}
