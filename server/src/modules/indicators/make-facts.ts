import type { Context } from '../../platform/context.ts';
import { news, onLatest } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { changesOf, differenceOf } from './fact-rows.ts';
import { eventsOf, factRowsOf, lockMade, writeMade } from './facts.repo.ts';
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
  const made = await lockMade(ctx, [orderId]);
  if ((made.get(orderId) ?? 0) < upTo) await makeAnew(ctx, [orderId]);
}

/** Of orders whose facts are locked: read whole, and only what is different now is written. */
export async function makeAnew(ctx: Context, orderIds: readonly string[]): Promise<void> {
  const [events, rules, kept] = await Promise.all([
    eventsOf(ctx, orderIds, null),
    rulesOfCity(ctx),
    factRowsOf(ctx, orderIds),
  ]);
  const made = orderIds.flatMap((orderId) => {
    const told = events.get(orderId) ?? [];
    const facts = factsOf(told, rules);
    if (facts === null) return [];
    const difference = differenceOf(kept.get(orderId) ?? [], facts);
    const changes = changesOf(difference, rules.zone);
    return [{ ...difference, orderId, changes, months: facts.months, seq: told.at(-1)?.seq ?? 0 }];
  });
  if (made.length > 0) await writeMade(ctx, made);
}
