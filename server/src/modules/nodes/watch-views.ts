import type { nodes as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import { areaNames } from '../organisation/index.ts';
import { held } from './nodes.repo.ts';
import { ofNodes, type WatchRow } from './watches.repo.ts';
import { lastOf } from './zeros.repo.ts';

type View = ReplyOf<typeof contract.listWatches>['rows'][number];

/** 被关注对象 of a node, with the last query of each. */
export async function listWatches(
  ctx: Context,
  { nodeId }: InputOf<typeof contract.listWatches>,
): Promise<ReplyOf<typeof contract.listWatches>> {
  const node = await held(ctx, nodeId);
  return { rows: await watchViews(ctx, await ofNodes(ctx, [node.id])) };
}

export async function watchViews(ctx: Context, rows: readonly WatchRow[]): Promise<View[]> {
  const [areas, people, zeros] = await Promise.all([
    areaNames(ctx, [...new Set(rows.map(({ county }) => county))]),
    accountNames(
      ctx,
      rows.map(({ from_by }) => from_by),
    ),
    lastOf(
      ctx,
      rows.map(({ id }) => id),
    ),
  ]);
  return rows.map((row) => {
    const zero = zeros.get(row.id);
    return {
      id: row.id,
      nodeId: row.node_id,
      objectId: row.object_id,
      name: row.name,
      areaName: areas.get(row.county) ?? ctx.city.name,
      reason: row.reason,
      by: people.get(row.from_by ?? '') ?? '',
      at: row.from_at.toISOString(),
      ended:
        row.until_at === null
          ? null
          : { reason: row.until_reason ?? '', at: row.until_at.toISOString() },
      stays: row.stays,
      zero: zero
        ? {
            zeroId: zero.id,
            madeAt: zero.made_at.toISOString(),
            breaks: zero.breaks,
            isOver: zero.is_over,
          }
        : null,
    };
  });
}
