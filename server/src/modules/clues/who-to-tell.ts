import type { Context } from '../../platform/context.ts';
import { reachOf } from '../requesters/index.ts';
import { feedbackOf } from './feedback.repo.ts';
import { sourcesOf } from './sources.repo.ts';

/** 还没有反馈的实名诉求人 of a clue, by their orders. Whoever stayed anonymous is none to tell. */
export async function toTell(ctx: Context, clueId: string): Promise<string[]> {
  const [sources, told] = await Promise.all([sourcesOf(ctx, clueId), feedbackOf(ctx, clueId)]);
  const ids = sources.map(({ order_id }) => order_id);
  const reach = await reachOf(ctx, ids);
  const done = new Set(told.filter(({ told_at }) => told_at !== null).map((row) => row.order_id));
  return ids.filter((id) => reach.get(id)?.isNamed === true && !done.has(id));
}
