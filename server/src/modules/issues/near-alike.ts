import type { SameReason } from '@minsheng/contract/words/same-thing.ts';
import type { Context } from '../../platform/context.ts';
import { cityGazetteer } from '../mentions/index.ts';
import * as orders from '../orders/index.ts';
import * as requesters from '../requesters/index.ts';
import { cityUsage } from './city-usage.ts';
import { evidenceOf, isPossible, oddsOf } from './compare-orders.ts';
import { sizesOf } from './issues.repo.ts';
import { ordersSharing, rareKeys } from './keys.repo.ts';
import { keysOf, spotsNear, type Told } from './order-keys.ts';
import { isOver } from './read-order.ts';

export interface NearAlike {
  readonly issueId: string;
  readonly orderId: string;
  readonly appeals: number;
  readonly people: number;
  readonly reasons: readonly SameReason[];
}

const shown = 3;
const leastOdds = 1.3;
const mostCounted = 500;

/**
 * 附近同类: issues of others that what is being typed is likely about, by place, matter and names alone: quick enough to be
 * asked at every pause. Nothing secret is among them: whoever types may be anybody's ear (domain 2.11).
 */
export async function nearAlike(ctx: Context, told: Told): Promise<NearAlike[]> {
  const [gazetteer, usage] = await Promise.all([cityGazetteer(ctx), cityUsage(ctx)]);
  const keys = await rareKeys(ctx, keysOf(told, gazetteer));
  const ids = await ordersSharing(ctx, [...keys, ...spotsNear(told)], null);
  const seen = await orders.visibleAmong(ctx, ids);
  const about = { told: { ...told, at: ctx.now }, keys };
  const found = [...(await orders.tellings(ctx, ids)).values()].flatMap((other) => {
    if (!seen.has(other.id) || other.secrecy > 0 || isOver(ctx, other)) return [];
    const theirs = { told: other, keys: keysOf(other, gazetteer) };
    const evidence = evidenceOf(about, theirs, usage.usual);
    if (!evidence || !isPossible(evidence)) return [];
    return [{ other, reasons: evidence.reasons, odds: oddsOf(evidence) }];
  });
  const likely = found.filter(({ odds }) => odds >= leastOdds).toSorted((a, b) => a.odds - b.odds);
  const best = [...new Map(likely.map((one) => [one.other.issueId, one])).values()]
    .toSorted((a, b) => b.odds - a.odds)
    .slice(0, shown);
  return Promise.all(best.map((one) => counted(ctx, one)));
}

async function counted(
  ctx: Context,
  { other, reasons }: { other: orders.Telling; reasons: readonly SameReason[] },
): Promise<NearAlike> {
  const { issueId, id: orderId } = other;
  const appeals = (await sizesOf(ctx, [issueId])).get(issueId)?.appeals ?? 1;
  return { issueId, orderId, appeals, people: await peopleOf(ctx, issueId), reasons };
}

/** 人数 behind an issue. */
export async function peopleOf(ctx: Context, issueId: string): Promise<number> {
  const members = await orders.ordersOfIssues(ctx, [issueId], mostCounted);
  return requesters.peopleBehind(
    ctx,
    members.map(({ id }) => id),
  );
}
