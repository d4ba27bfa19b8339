/** 诉求人: who asks, apart from what is asked. */
import type { Context } from '../../platform/context.ts';
import { phoneIndex } from './phone.ts';
import { ordersOfIndex, rowOf } from './requesters.repo.ts';

export { type Contact, openedContact, sealedContact } from './contact.ts';
export { phoneIndex } from './phone.ts';
export { findByCode, newQueryCode } from './query-code.ts';
export { ordersOfIndex, peopleBehind, type Reach, reachOf } from './requesters.repo.ts';
export {
  correctNumber,
  emptyWhenDue,
  erase,
  type RequesterInput,
  saveRequester,
} from './save-requester.ts';
export {
  nameOn,
  type RequesterView,
  requesterAgain,
  requesterPhone,
  viewRequester,
} from './view-requester.ts';

/** 盲索引 of whoever asked; null: no number was left, or it is gone. */
export async function indexOf(ctx: Context, orderId: string): Promise<Buffer | null> {
  return (await rowOf(ctx, orderId))?.phone_index ?? null;
}

/** Orders of one number, newest first. */
export async function ordersOfPhone(
  ctx: Context,
  phone: string,
  { limit }: { limit: number },
): Promise<string[]> {
  return ordersOfIndex(ctx, phoneIndex(ctx, phone), limit);
}

/** 特殊群体: what kind of person asks, as the agent marked it; nothing of who it is. */
export async function tagsOf(ctx: Context, orderId: string): Promise<readonly string[]> {
  return (await rowOf(ctx, orderId))?.tags ?? [];
}
