import type { Context } from '../../platform/context.ts';
import { normalPhone } from '../../platform/phone.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { blindIndex, encrypt } from '../../platform/secrets.ts';
import { type Account, byPhone } from './accounts.repo.ts';

/** A purpose of its own: whoever works here and also complained is not found out by a join. */
export const accountPhoneIndex = (ctx: Context, phone: string): Buffer =>
  blindIndex(ctx.keys, 'account-phone', normalPhone(phone));

/** The columns of a number nobody else signs in with. */
export async function freePhone(
  ctx: Context,
  phone: string | null,
  ownId: string | null,
): Promise<Pick<Account, 'phone_enc' | 'phone_index'>> {
  if (phone === null) return { phone_enc: null, phone_index: null };
  const index = accountPhoneIndex(ctx, phone);
  const holder = await byPhone(ctx, index);
  refuseUnless(holder === null || holder.id === ownId, 'identity.phone-taken');
  return { phone_enc: encrypt(ctx.keys, normalPhone(phone)), phone_index: index };
}
