import { randomInt, timingSafeEqual } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { Refusal, refuseUnless } from '../../platform/refusal.ts';
import { blindIndex } from '../../platform/secrets.ts';
import { sweep } from '../../platform/sweep.ts';
import { digestOf, newToken, openSession } from './sessions.repo.ts';

// For a month whoever opens an old link reads that it is old.
sweep({ table: 'identity.one_time_link', overAt: 'expires_at', keptHours: 30 * 24 });

export interface NewLink {
  purpose: 'front-line';
  orderId: string;
  assignmentId: string;
  /** Whose duty it is: the link's holder acts for this unit. */
  unitCode: string;
  minutes: number;
}

/** 一次性链接: token and code leave in one SMS; both are kept as digests. */
export async function makeLink(
  ctx: Context,
  link: NewLink,
): Promise<{ token: string; code: string }> {
  const token = newToken();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await tablesOf<'identity'>(ctx.tx)
    .insertInto('identity.one_time_link')
    .values({
      city_id: ctx.cityId,
      token_hash: digestOf(token),
      code_hash: codeHash(ctx, token, code),
      purpose: link.purpose,
      order_id: link.orderId,
      assignment_id: link.assignmentId,
      unit_code: link.unitCode,
      made_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + link.minutes * 60_000),
    })
    .execute();
  return { token, code };
}

/** Bound to its link, so that a code says nothing about another one. */
const codeHash = (ctx: Context, token: string, code: string): Buffer =>
  blindIndex(ctx.keys, 'link-code', `${token}:${code}`);

type LinkRow = Selectable<DB['identity.one_time_link']>;

const mostWrongCodes = 5;

/**
 * 打开链接: once, with its code; five wrong codes and it opens no more. Refuses `handling.link-invalid`,
 * `handling.link-expired`, `handling.link-code`.
 */
export async function openLink(ctx: Context, token: string, code: string) {
  const link = await lockLink(ctx, token);
  refuseUnless(
    link?.assignment_id && link.unit_code && link.used_at === null,
    'handling.link-invalid',
  );
  refuseUnless(link.wrong_codes < mostWrongCodes, 'handling.link-invalid');
  refuseUnless(link.expires_at > ctx.now, 'handling.link-expired');
  if (!timingSafeEqual(link.code_hash, codeHash(ctx, token, code))) throw wrongCode(link);
  await markUsed(ctx, link);
  return sessionFor(ctx, {
    orderId: link.order_id,
    assignmentId: link.assignment_id,
    unitCode: link.unit_code,
  });
}

/** Held, so that two phones never open one link. */
async function lockLink(ctx: Context, token: string): Promise<LinkRow | null> {
  const row = await tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.one_time_link')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('token_hash', '=', digestOf(token))
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** The wrong code counts although the request is undone. */
function wrongCode({ token_hash, wrong_codes }: LinkRow): Refusal {
  const left = mostWrongCodes - wrong_codes - 1;
  if (left === 0) return new Refusal('handling.link-invalid', {}, (ctx) => count(ctx, token_hash));
  return new Refusal('handling.link-code', { left }, (ctx) => count(ctx, token_hash));
}

async function count(ctx: Context, tokenHash: Buffer): Promise<void> {
  await sql`
    update identity.one_time_link
    set wrong_codes = wrong_codes + 1
    where city_id = ${ctx.cityId} and token_hash = ${tokenHash}`.execute(ctx.tx);
}

async function markUsed(ctx: Context, { token_hash }: LinkRow): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .updateTable('identity.one_time_link')
    .set({ used_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('token_hash', '=', token_hash)
    .execute();
}

interface Duty {
  orderId: string;
  assignmentId: string;
  unitCode: string;
}

const linkSessionHours = 12;

async function sessionFor(ctx: Context, duty: Duty) {
  const expiresAt = new Date(ctx.now.getTime() + linkSessionHours * 3_600_000);
  const token = await openSession(ctx, {
    kind: 'link',
    accountId: null,
    ...duty,
    factorAt: null,
    expiresAt,
  });
  const { orderId, assignmentId } = duty;
  return { token, orderId, assignmentId, expiresAt: expiresAt.toISOString() };
}
