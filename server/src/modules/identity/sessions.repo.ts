import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { sweep } from '../../platform/sweep.ts';

sweep({ table: 'identity.session', overAt: 'expires_at', keptHours: 24 });

export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** An opaque token; only its digest is kept. A slow hash would cost every request (the token is random, not chosen). */
export const newToken = (): string => randomBytes(32).toString('base64url');

export interface NewSession {
  kind: 'staff' | 'link';
  accountId: string | null;
  orderId: string | null;
  assignmentId: string | null;
  unitCode: string | null;
  expiresAt: Date;
}

export async function openSession(ctx: Context, session: NewSession): Promise<string> {
  const token = newToken();
  await tablesOf<'identity'>(ctx.tx)
    .insertInto('identity.session')
    .values({
      token_hash: digestOf(token),
      city_id: ctx.cityId,
      account_id: session.accountId,
      kind: session.kind,
      order_id: session.orderId,
      assignment_id: session.assignmentId,
      unit_code: session.unitCode,
      made_at: ctx.now,
      expires_at: session.expiresAt,
    })
    .execute();
  return token;
}

/** Every session of an account. */
export async function endSessionsOf(ctx: Context, accountId: string): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .updateTable('identity.session')
    .set({ ended_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute();
}

export async function endSession(ctx: Context, token: string): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .updateTable('identity.session')
    .set({ ended_at: ctx.now })
    .where('token_hash', '=', digestOf(token))
    .execute();
}
