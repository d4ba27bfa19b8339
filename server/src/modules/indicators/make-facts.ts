import type { Context } from '../../platform/context.ts';
import { news, onLatest } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { eventsOf, keepMade, lockMade, replaceFacts } from './facts.repo.ts';
import { factsOf } from './facts-of.ts';
import { rulesOfCity } from './rules-of-city.ts';
import { heardTypes } from './story-of.ts';

export const follow = job('indicators:follow', news);

for (const type of heardTypes) onLatest(type, follow);

/** The same type of event may tell of an issue. Whoever has already read past this one leaves nothing to do. */
handle(follow, async (ctx, { kind, id, seq }) => {
  if (kind === 'order') await makeFacts(ctx, id, seq);
});

/** 重算一件: the facts of an order from all its events, whole. */
export async function makeFacts(ctx: Context, orderId: string, upTo: number): Promise<void> {
  const made = await lockMade(ctx, orderId);
  if (made >= upTo) return;
  const [events, rules] = await Promise.all([eventsOf(ctx, [orderId], null), rulesOfCity(ctx)]);
  const told = events.get(orderId) ?? [];
  const facts = factsOf(told, rules);
  if (facts === null) return;
  await replaceFacts(ctx, orderId, facts);
  await keepMade(ctx, orderId, told.at(-1)?.seq ?? upTo);
}
