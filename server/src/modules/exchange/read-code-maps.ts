import type { codeMaps } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import { unmappedCodes } from './code-maps.repo.ts';
import { mapOf } from './map-codes.ts';

const mostShown = 100;

/** 代码对照: the map of one net, and what every net said that nobody mapped yet. */
export async function listCodeMaps(
  ctx: Context,
  { net }: InputOf<typeof codeMaps.listCodeMaps>,
): Promise<ReplyOf<typeof codeMaps.listCodeMaps>> {
  const [nets, rows, unmapped] = await Promise.all([
    netViews(ctx),
    net === undefined ? [] : mapOf(ctx, net),
    unmappedCodes(ctx, mostShown),
  ]);
  const by = rows.flatMap(({ decided }) => (decided?.by ? [decided.by] : []));
  const names = await accountNames(ctx, by);
  const nameOf = new Map(nets.map(({ code, name }) => [code, name]));
  return {
    nets,
    rows: rows.map(({ decided, ...row }) => ({
      ...row,
      decidedAt: decided?.at.toISOString() ?? null,
      decidedBy: decided?.by ? (names.get(decided.by) ?? null) : null,
    })),
    unmapped: unmapped.map(({ at, ...one }) => ({
      ...one,
      netName: nameOf.get(one.net) ?? one.net,
      at: at.toISOString(),
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
