import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { propose } from './propose.ts';
import { appealsOf, isClusterKnown } from './supervisions.repo.ts';

/** 集中诉求 (K44): so many appeals about one thing. */
const manyAppeals = 5;

/** 群体集中诉求: proposed for one order of the thing, not for each of them. */
export async function proposeClustered(ctx: Context, order: orders.Order): Promise<void> {
  if ((await appealsOf(ctx, order.issue_id)) < manyAppeals) return;
  if (await isClusterKnown(ctx, order.issue_id)) return;
  await propose(ctx, await orders.lock(ctx, order.id), 'clustered');
}
