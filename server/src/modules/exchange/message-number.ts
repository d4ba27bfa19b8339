import type { Context } from '../../platform/context.ts';
import { messageOf } from './messages.repo.ts';
import { numberOf } from './take-message.ts';

/** Our number of the case a message belongs to by now. */
export async function numberOfMessage(ctx: Context, id: string): Promise<string | null> {
  return numberOf(ctx, (await messageOf(ctx, id))?.case_id ?? null);
}
