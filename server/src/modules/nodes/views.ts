import type { nodes as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { NodePhase } from '@minsheng/contract/words/nodes.ts';
import type { Context } from '../../platform/context.ts';
import { prefixName } from '../matters/index.ts';
import { areaNames, cityHour } from '../organisation/index.ts';
import type { NodeRow } from './nodes.repo.ts';
import { ofNodes } from './watches.repo.ts';
import { lastOf, type ZeroRow } from './zeros.repo.ts';

export type NodeView = ReplyOf<typeof contract.listNodes>['rows'][number];

/** Nodes as people read them. */
export async function nodeViews(ctx: Context, rows: readonly NodeRow[]): Promise<NodeView[]> {
  const watches = (
    await ofNodes(
      ctx,
      rows.map(({ id }) => id),
    )
  ).filter(({ until_at }) => until_at === null);
  const [zeros, areas] = await Promise.all([
    lastOf(
      ctx,
      watches.map(({ id }) => id),
    ),
    areaNames(ctx, [...new Set(rows.flatMap((row) => row.areas))]),
  ]);
  const { on: today } = cityHour(ctx.now, ctx.city.zone);
  return Promise.all(
    rows.map(async (row) => {
      const own = watches.filter(({ node_id }) => node_id === row.id);
      const { id, code, year, name, kind, family } = row;
      return {
        ...{ id, code, year, name, kind, family },
        ...{ first: row.first_on, last: row.last_on, from: row.from_on, to: row.to_on },
        areaNames: row.areas.map((area) => areas.get(area) ?? area),
        matterNames: await Promise.all(
          row.matters.map(async (matter) => (await prefixName(ctx, matter)) ?? matter),
        ),
        phase: phaseOf(row, today),
        watched: own.length,
        zero: own.filter((watch) => isZero(zeros.get(watch.id))).length,
      };
    }),
  );
}

/** 零: nothing was found, and nothing of what was found was left unread. */
const isZero = (last: ZeroRow | undefined): boolean =>
  last?.breaks === 0 && !last.coverage.isCapped;

export function phaseOf(node: NodeRow, today: string): NodePhase {
  if (node.reviewed_at !== null) return 'reviewed';
  if (today < node.from_on) return 'ahead';
  return today <= node.to_on ? 'window' : 'past';
}
