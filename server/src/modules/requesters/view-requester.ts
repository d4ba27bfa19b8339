import { requesterKinds } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { maskedPhone } from '../../platform/phone.ts';
import { decrypt } from '../../platform/secrets.ts';
import { insertLook, rowOf } from './requesters.repo.ts';
import type { RequesterInput } from './save-requester.ts';

export interface RequesterView {
  name: string;
  phone: string;
  otherPhone: string;
  identityNumber: string;
  companyName: string;
  anonymous: boolean;
  isMasked: boolean;
  tags: string[];
}

/** 查看诉求人: every look states a purpose and is kept. `masked`: a unit never reads who made a secret appeal. */
export async function viewRequester(
  ctx: Context,
  orderId: string,
  { purpose, masked }: { purpose: string; masked: boolean },
): Promise<RequesterView> {
  await insertLook(ctx, orderId, purpose);
  const row = await rowOf(ctx, orderId);
  const open = (sealed: Buffer | null | undefined) => (sealed ? decrypt(ctx.keys, sealed) : '');
  const hide = (sealed: Buffer | null | undefined) => (masked ? '' : open(sealed));
  const dial = (sealed: Buffer | null | undefined) =>
    masked && sealed ? maskedPhone(open(sealed)) : open(sealed);
  return {
    name: hide(row?.name_enc),
    phone: dial(row?.phone_enc),
    otherPhone: dial(row?.other_phone_enc),
    identityNumber: hide(row?.identity_enc),
    companyName: hide(row?.company_enc),
    anonymous: row?.anonymous ?? true,
    isMasked: masked,
    tags: row?.tags ?? [],
  };
}

/** Whoever an order is opened for again, as they were written down. Nobody looks, so no look is kept. */
export async function requesterAgain(
  ctx: Context,
  orderId: string,
): Promise<RequesterInput & { anonymous: boolean }> {
  const row = await rowOf(ctx, orderId);
  const open = (sealed: Buffer | null | undefined) =>
    sealed ? decrypt(ctx.keys, sealed) : undefined;
  return {
    name: open(row?.name_enc),
    phone: open(row?.phone_enc),
    otherPhone: open(row?.other_phone_enc),
    identityNumber: open(row?.identity_enc),
    companyName: open(row?.company_enc),
    kind: requesterKinds.find((kind) => kind === row?.kind) ?? 'person',
    isSelf: row?.is_self ?? true,
    tags: row?.tags ?? [],
    language: row?.language ?? undefined,
    anonymous: row?.anonymous ?? true,
  };
}

/** The encrypted number to send a notice to; null when there is none. Nobody looks, so no look is kept. */
export async function requesterPhone(ctx: Context, orderId: string): Promise<Buffer | null> {
  return (await rowOf(ctx, orderId))?.phone_enc ?? null;
}

/** The name of whoever called before, for the agent who has the call on the line. */
export async function nameOn(ctx: Context, orderId: string): Promise<string | null> {
  const sealed = (await rowOf(ctx, orderId))?.name_enc;
  return sealed ? decrypt(ctx.keys, sealed) : null;
}
