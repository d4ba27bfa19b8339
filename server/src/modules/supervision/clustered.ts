import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { propose } from './propose.ts';
import { clusterOf } from './supervisions.repo.ts';

/** 集中诉求 (K44): so many appeals about one thing. */
const manyAppeals = 5;

/** 群体集中诉求: proposed for one order of the thing, not for each of them. */
export async function proposeClustered(ctx: Context, order: orders.Order): Promise<void> {
  const cluster = await clusterOf(ctx, order.issue_id);
  if (!cluster || cluster.isKnown || cluster.appeals < manyAppeals) return;
  await propose(ctx, await orders.lock(ctx, order.id), 'clustered');
}
