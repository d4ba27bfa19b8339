import type { Context } from '../../platform/context.ts';
import { cityGazetteer } from '../mentions/index.ts';
import * as orders from '../orders/index.ts';
import { cityUsage } from './city-usage.ts';
import { type Compared, evidenceOf, isPossible, oddsOf } from './compare-orders.ts';
import { ordersSharing, rareKeys } from './keys.repo.ts';
import { keysOf, spotsNear } from './order-keys.ts';

export interface WaitingAlike {
  readonly orderId: string;
  /** Likely the very same thing; else the same matter in the same town. */
  readonly isSameThing: boolean;
}

const shown = 20;
const leastOdds = 1.3;

/**
 * 同类待派: orders that wait for dispatch like this one, found by what any two orders about one thing share: the same thing
 * first, then the same matter in the same town. Nothing of secrecy 3; a person decides whether they go together.
 */
export async function waitingAlike(ctx: Context, orderId: string): Promise<WaitingAlike[]> {
  const own = (await orders.tellings(ctx, [orderId])).get(orderId);
  if (!own) return [];
  const [gazetteer, usage] = await Promise.all([cityGazetteer(ctx), cityUsage(ctx)]);
  const keys = await rareKeys(ctx, keysOf(own, gazetteer));
  const ids = await ordersSharing(ctx, [...keys, ...spotsNear(own)], orderId);
  const others = [...(await orders.tellings(ctx, ids)).values()].filter(
    ({ status }) => status === 'to-dispatch',
  );
  const seen = await orders.visibleAmong(
    ctx,
    others.map(({ id }) => id),
  );
  const found = others.flatMap((told): WaitingAlike[] => {
    if (!seen.has(told.id)) return [];
    const theirs = { told, keys: keysOf(told, gazetteer) };
    const isSameThing = isLikely({ told: own, keys }, theirs, usage.usual);
    return isSameThing || isSameMatterNear(own, told) ? [{ orderId: told.id, isSameThing }] : [];
  });
  return found.toSorted((a, b) => Number(b.isSameThing) - Number(a.isSameThing)).slice(0, shown);
}

function isLikely(one: Compared, other: Compared, usual: ReadonlySet<string>): boolean {
  const evidence = evidenceOf(one, other, usual);
  return evidence !== null && isPossible(evidence) && oddsOf(evidence) >= leastOdds;
}

const isSameMatterNear = (one: orders.Telling, other: orders.Telling): boolean =>
  one.matterCode === other.matterCode && one.areaCode.slice(0, 9) === other.areaCode.slice(0, 9);
