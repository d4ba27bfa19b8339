import type { RunGroup } from '../problems/index.ts';

export interface Found {
  readonly id: string;
  readonly closeness: number;
  readonly area: string;
}

/** 建议的清单问题. */
export interface Proposed {
  readonly name: string | null;
  readonly areaCode: string | null;
  readonly words: readonly string[];
  readonly problemId: string | null;
  readonly orders: readonly { readonly orderId: string; readonly closeness: number }[];
}

export const isClose = ({ closeness }: Found): boolean => closeness >= 50;
/** So much of a found problem must be of the topic for all of it to be proposed. */
const enough = 0.6;
const townDigits = 9;

/**
 * 归成问题: what a grouping put together stays together, all of it where most is of the topic; the rest by town, each town
 * one problem.
 */
export function groupCandidates(found: readonly Found[], groups: readonly RunGroup[]): Proposed[] {
  const byId = new Map(found.map((one) => [one.id, one]));
  const placed = new Set<string>();
  const proposed: Proposed[] = [];
  for (const group of groups) {
    const own = group.orderIds.flatMap((id) => byId.get(id) ?? []);
    const close = own.filter(isClose);
    const taken = close.length >= enough * own.length ? own : close;
    if (close.length < 2) continue;
    for (const { id } of taken) placed.add(id);
    const { name, areaCode, words, id: problemId } = group;
    proposed.push({ name, areaCode, words, problemId, orders: taken.map(linkOf) });
  }
  const rest = found.filter((one) => isClose(one) && !placed.has(one.id));
  for (const [town, own] of Map.groupBy(rest, ({ area }) => area.slice(0, townDigits)))
    proposed.push({
      name: null,
      areaCode: town.padEnd(12, '0'),
      words: [],
      problemId: null,
      orders: own.map(linkOf),
    });
  return proposed.toSorted((a, b) => b.orders.length - a.orders.length);
}

const linkOf = ({ id, closeness }: Found) => ({ orderId: id, closeness });
