import type { BodyOf } from '@minsheng/contract/public/exchange.ts';
import type { TransferMode } from '@minsheng/contract/words/exchange.ts';
import type { Context } from '../../platform/context.ts';
import { type Assignment, ofOrder } from '../dispatch/index.ts';
import type { Peer } from '../exchange/index.ts';
import { peersWith, transferOf } from '../exchange/index.ts';
import type * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';

/** 单位自己的系统: nets in which a unit works its duties. */
const ofUnits = ['county', 'dual-line', 'folder', 'open311'] as const;

/** The system whose unit, or a unit below it, has this duty; of several the one nearest to it. */
export async function platformOf(
  ctx: Context,
  duty: Pick<Assignment, 'unit_path'>,
): Promise<Peer | null> {
  let nearest: { peer: Peer; path: string } | null = null;
  for (const adapter of ofUnits)
    for (const peer of await peersWith(ctx, adapter)) {
      const path = await pathOf(ctx, peer);
      if (!peer.isOn || path === null || !isBelow(path, duty)) continue;
      if (nearest === null || path.length > nearest.path.length) nearest = { peer, path };
    }
  return nearest?.peer ?? null;
}

/** Of the unit whose own system it is. */
export async function pathOf(ctx: Context, { unitCode }: Peer): Promise<string | null> {
  if (unitCode === null) return null;
  const [unit] = await organisation.unitsIfKnown(ctx, [unitCode]);
  return unit?.path ?? null;
}

const isBelow = (path: string, { unit_path }: Pick<Assignment, 'unit_path'>): boolean =>
  `${unit_path}/`.startsWith(`${path}/`);

/** 对方承办的任务 of an order: the lead before the others, the latest of the same role. */
export async function dutyAt(
  ctx: Context,
  peer: Peer,
  orderId: string,
): Promise<Assignment | null> {
  const path = await pathOf(ctx, peer);
  if (path === null) return null;
  const theirs = (await ofOrder(ctx, orderId)).filter(
    (duty) => isTheirs(duty) && isBelow(path, duty),
  );
  return theirs.findLast(({ role }) => role === 'lead') ?? theirs.at(-1) ?? null;
}

/** 移送单 of a duty, with its due time. */
export async function formOf(
  ctx: Context,
  order: orders.Order,
  { duty, mode }: { duty: Assignment | null; mode: TransferMode },
): Promise<BodyOf<'transfer'>> {
  const body = await transferOf(ctx, order, mode);
  return { ...body, ...(duty?.due_at && { dueAt: duty.due_at.toISOString() }) };
}

/** Not what was passed down by a desk here, nor what is over. */
export const isTheirs = ({ role, parent_id, state }: Assignment): boolean =>
  role !== 'copy' && parent_id === null && state !== 'revoked';
