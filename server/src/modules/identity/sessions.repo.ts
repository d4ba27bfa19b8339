import { createHash, randomBytes, randomUUID } from 'node:crypto';
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
  /** When the second factor was given; null: not in this session. */
  factorAt: Date | null;
  expiresAt: Date;
}

export async function openSession(ctx: Context, session: NewSession): Promise<string> {
  const token = newToken();
  await tablesOf<'identity'>(ctx.tx)
    .insertInto('identity.session')
    .values({
      token_hash: digestOf(token),
      // Random: it is told to its person, and says nothing of when others signed in.
      id: randomUUID(),
      city_id: ctx.cityId,
      account_id: session.accountId,
      kind: session.kind,
      order_id: session.orderId,
      assignment_id: session.assignmentId,
      unit_code: session.unitCode,
      factor_at: session.factorAt,
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
    .where('city_id', '=', ctx.cityId)
    .where('token_hash', '=', digestOf(token))
    .execute();
}

/** One of an account's; answers whether it was open. */
export async function endSessionById(
  ctx: Context,
  accountId: string,
  sessionId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf<'identity'>(ctx.tx)
    .updateTable('identity.session')
    .set({ ended_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** All of an account's but this one. */
export async function endOthers(ctx: Context, accountId: string, keptId: string): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .updateTable('identity.session')
    .set({ ended_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .where('id', '!=', keptId)
    .where('ended_at', 'is', null)
    .execute();
}

export interface KeptSession {
  readonly id: string;
  readonly made_at: Date;
  readonly expires_at: Date;
  readonly factor_at: Date | null;
  readonly used_at: Date | null;
  readonly used_by: string | null;
  readonly used_from: string | null;
}

/** Those still open of an account, the latest used first; no more than asked for. */
export async function openSessions(
  ctx: Context,
  accountId: string,
  most: number,
): Promise<KeptSession[]> {
  return tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.session')
    .select(['id', 'made_at', 'expires_at', 'factor_at', 'used_at', 'used_by', 'used_from'])
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .orderBy((eb) => eb.fn.coalesce('used_at', 'made_at'), 'desc')
    .limit(most)
    .execute();
}

export async function factorGivenAt(ctx: Context, sessionId: string): Promise<Date | null> {
  const row = await tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.session')
    .select('factor_at')
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row?.factor_at ?? null;
}
