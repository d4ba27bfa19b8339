import type { Context } from '../../platform/context.ts';
import { normalPhone } from '../../platform/phone.ts';
import { blindIndex } from '../../platform/secrets.ts';

export const phoneIndex = (ctx: Context, phone: string): Buffer =>
  blindIndex(ctx.keys, 'phone', normalPhone(phone));
