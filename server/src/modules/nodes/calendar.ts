import { nodeFamilies, nodeKinds } from '@minsheng/contract/words/nodes.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { dayAfter } from '../../platform/zone.ts';
import { keptPerVersion } from '../organisation/index.ts';

const listedNode = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(nodeKinds),
  family: z.enum(nodeFamilies),
  days: z.string().nullable(),
  before: z.number(),
  after: z.number(),
  areas: z.array(z.string()),
  matters: z.array(z.string()),
  limitClass: z.string().nullable(),
});
export type ListedNode = z.output<typeof listedNode>;

const listedDays = z.object({
  year: z.number(),
  node: z.string(),
  first: z.string(),
  last: z.string(),
  isSure: z.boolean(),
});

/** 某年的节点: its days, and the window around them. */
export interface YearNode extends ListedNode {
  readonly year: number;
  readonly first: string;
  readonly last: string;
  readonly from: string;
  readonly to: string;
  readonly isSure: boolean;
}

interface Calendar {
  readonly nodes: readonly ListedNode[];
  readonly days: readonly z.output<typeof listedDays>[];
}

/** 节点日历 of the city's folder, kept until it changes. */
const calendar: (ctx: Context) => Promise<Calendar> = keptPerVersion(async (ctx) => {
  const tables = tablesOf<'nodes'>(ctx.tx);
  const [nodes, days] = await Promise.all([
    tables
      .selectFrom('nodes.listed')
      .select('definition')
      .where('city_id', '=', ctx.cityId)
      .orderBy('no')
      .execute(),
    tables
      .selectFrom('nodes.listed_days')
      .select('definition')
      .where('city_id', '=', ctx.cityId)
      .orderBy('no')
      .execute(),
  ]);
  return {
    nodes: nodes.map(({ definition }) => listedNode.parse(definition)),
    days: days.map(({ definition }) => listedDays.parse(definition)),
  };
});

/** 一年的节点, by their first day. */
export async function nodesOfYear(ctx: Context, year: number): Promise<YearNode[]> {
  const { nodes, days } = await calendar(ctx);
  return nodes
    .flatMap((node) => {
      const own = days.find((row) => row.node === node.code && row.year === year);
      const [first, last] = own
        ? [own.first, own.last]
        : (node.days?.split('..').map((day) => `${year}-${day}`) ?? []);
      if (first === undefined || last === undefined) return [];
      const isSure = own ? own.isSure : node.kind !== 'lunar' && node.kind !== 'exam';
      return [{ ...node, year, first, last, ...windowOf(node, first, last), isSure }];
    })
    .toSorted((a, b) => a.first.localeCompare(b.first));
}

/** 窗口: D−k … D+n. */
export const windowOf = (
  { before, after }: { before: number; after: number },
  first: string,
  last: string,
): { from: string; to: string } => ({
  from: dayAfter(first, -before),
  to: dayAfter(last, after),
});
