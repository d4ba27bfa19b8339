import type { codeMaps } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { cutPage, placeOf } from '../../platform/keyset.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { accountNames } from '../identity/index.ts';
import { deskTopic } from './died.ts';
import { netViews } from './read-code-maps.ts';
import { setAside, unmappedCodes } from './unmapped.repo.ts';

const shownCap = 1000;

/** 待对照的代码, or those put aside. */
export async function listUnmapped(
  ctx: Context,
  { aside, cursor }: InputOf<typeof codeMaps.listUnmapped>,
): Promise<ReplyOf<typeof codeMaps.listUnmapped>> {
  const read = await unmappedCodes(ctx, { isAside: aside === 'yes', after: placeOf(cursor) });
  const { shown, next } = cutPage(read.map((row) => ({ ...row, by: row.at.toISOString() })));
  const [nets, names] = await Promise.all([
    netViews(ctx),
    accountNames(
      ctx,
      shown.flatMap(({ aside_by }) => aside_by ?? []),
    ),
  ]);
  const netNames = new Map(nets.map(({ code, name }) => [code, name]));
  return {
    rows: shown.map(({ id, net, kind, theirs, at, aside_at, aside_by, aside_why }) => ({
      id,
      net,
      netName: netNames.get(net) ?? net,
      kind,
      theirs,
      at: at.toISOString(),
      asideAt: aside_at?.toISOString() ?? null,
      asideBy: aside_by === null ? null : (names.get(aside_by) ?? null),
      asideWhy: aside_why,
    })),
    next,
    shownCap,
  };
}

/** 不再对照: kept with who and why; mapping it later is still possible. */
export async function putAside(
  ctx: Context,
  { codeId, reason }: InputOf<typeof codeMaps.putAside>,
): Promise<{ done: true }> {
  refuseUnless(await setAside(ctx, codeId, reason), 'exchange.no-such-code');
  announce(ctx, deskTopic);
  return { done: true };
}
