import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { ordersIn, sizesOf } from './issues.repo.ts';
import type { Likely } from './likely-same.ts';

export interface Side {
  readonly joins: orders.Telling;
  readonly to: orders.Telling;
  readonly likely: Likely;
}

/** More than so many are a group, whoever they are. */
const fewOrders = 20;

/** 谁并入谁: for every issue found, by its likest order; two groups are nobody's to join by a proposal. */
export async function sidesOf(
  ctx: Context,
  own: orders.Telling,
  found: readonly Likely[],
): Promise<Side[]> {
  const best = [...new Map(found.toReversed().map((one) => [one.other.issueId, one])).values()];
  const speaks = await spokesmen(ctx, [own, ...best.map(({ other }) => other)]);
  const sides = best.flatMap((likely): Side[] => {
    const { other } = likely;
    const isLater = own.issueId > other.issueId;
    if (speaks.has(own.id) && (isLater || !speaks.has(other.id)))
      return [{ joins: own, to: other, likely }];
    return speaks.has(other.id) ? [{ joins: other, to: own, likely }] : [];
  });
  return sides.toSorted((a, b) => b.likely.score - a.likely.score);
}

/** Orders that stand for their whole issue: alone there, but for the repeats of the same person. */
async function spokesmen(ctx: Context, told: readonly orders.Telling[]): Promise<Set<string>> {
  const sizes = await sizesOf(
    ctx,
    told.map(({ issueId }) => issueId),
  );
  const size = (issueId: string) => {
    const found = sizes.get(issueId);
    return found ? ordersIn(found) : 1;
  };
  const few = told
    .map(({ issueId }) => issueId)
    .filter((id) => size(id) > 1 && size(id) < fewOrders);
  const members = await orders.ordersOfIssues(ctx, [...new Set(few)], few.length * fewOrders);
  const voices = Map.groupBy(
    members.filter(({ repeatOf }) => repeatOf === null),
    ({ issueId }) => issueId,
  );
  const isAlone = ({ id, issueId }: orders.Telling): boolean => {
    if (size(issueId) === 1) return true;
    const first = voices.get(issueId);
    return first?.length === 1 && first[0]?.id === id;
  };
  return new Set(told.filter(isAlone).map(({ id }) => id));
}
