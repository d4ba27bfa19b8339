import type { BodyOf } from '@minsheng/contract/public/exchange.ts';
import type { TransferMode } from '@minsheng/contract/words/exchange.ts';
import type { Context } from '../../platform/context.ts';
import { type Assignment, ofOrder } from '../dispatch/index.ts';
import type { Peer } from '../exchange/index.ts';
import { peersWith, transferOf } from '../exchange/index.ts';
import type * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';

/** 单位自己的系统: nets in which a unit works its duties. */
const ofUnits = ['county', 'dual-line'] as const;

/** The system whose unit, or a unit below it, has this duty. */
export async function platformOf(
  ctx: Context,
  duty: Pick<Assignment, 'unit_path'>,
): Promise<Peer | null> {
  for (const adapter of ofUnits)
    for (const peer of await peersWith(ctx, adapter))
      if (peer.isOn && (await isBelow(ctx, peer, duty))) return peer;
  return null;
}

async function isBelow(
  ctx: Context,
  { unitCode }: Peer,
  { unit_path }: Pick<Assignment, 'unit_path'>,
): Promise<boolean> {
  if (unitCode === null) return false;
  const [unit] = await organisation.unitsIfKnown(ctx, [unitCode]);
  return unit !== undefined && `${unit_path}/`.startsWith(`${unit.path}/`);
}

/** 对方承办的任务 of an order: the lead before the others, the latest of the same role. */
export async function dutyAt(
  ctx: Context,
  peer: Peer,
  orderId: string,
): Promise<Assignment | null> {
  const theirs: Assignment[] = [];
  for (const duty of await ofOrder(ctx, orderId))
    if (isTheirs(duty) && (await isBelow(ctx, peer, duty))) theirs.push(duty);
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
