import type { codeMaps } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import { mapOf } from './map-codes.ts';

/** 代码对照: the map of one net. */
export async function listCodeMaps(
  ctx: Context,
  { net }: InputOf<typeof codeMaps.listCodeMaps>,
): Promise<ReplyOf<typeof codeMaps.listCodeMaps>> {
  const [nets, rows] = await Promise.all([netViews(ctx), net === undefined ? [] : mapOf(ctx, net)]);
  const by = rows.flatMap(({ decided }) => (decided?.by ? [decided.by] : []));
  const names = await accountNames(ctx, by);
  return {
    nets,
    rows: rows.map(({ decided, ...row }) => ({
      ...row,
      decidedAt: decided?.at.toISOString() ?? null,
      decidedBy: decided?.by ? (names.get(decided.by) ?? null) : null,
    })),
    can: { settle: ctx.actor.has('exchange.settle') },
  };
}

export async function netViews(
  ctx: Context,
): Promise<ReplyOf<typeof codeMaps.listCodeMaps>['nets']> {
  return (await matters.nets(ctx)).map(({ code, name, kind, adapter }) => ({
    code,
    name,
    kind,
    adapter,
  }));
}
