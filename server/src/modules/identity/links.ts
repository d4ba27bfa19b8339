import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { Refusal, refuseUnless } from '../../platform/refusal.ts';
import { blindIndex } from '../../platform/secrets.ts';
import { digestOf, newToken, openSession } from './sessions.repo.ts';
import { countWrong, refuseGuessing } from './tries.ts';

export interface NewLink {
  purpose: 'front-line';
  orderId: string;
  assignmentId: string;
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
      code_hash: blindIndex(ctx.keys, 'link-code', `${token}:${code}`),
      purpose: link.purpose,
      order_id: link.orderId,
      assignment_id: link.assignmentId,
      made_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + link.minutes * 60_000),
    })
    .execute();
  return { token, code };
}

const linkSessionHours = 12;

interface LinkRow {
  code_hash: Buffer;
  order_id: string;
  assignment_id: string;
  expires_at: Date;
  used_at: Date | null;
  unit_code: string | null;
}

/** Opens a link once, with its code. Refuses `handling.link-invalid|link-expired|link-code`. */
export async function openLink(ctx: Context, token: string, code: string) {
  refuseGuessing(`link:${token}`, ctx.now);
  const { rows } = await sql<LinkRow>`
    select l.code_hash, l.order_id, l.assignment_id, l.expires_at, l.used_at, a.unit_code
    from identity.one_time_link as l
    left join dispatch.assignment as a
      on a.city_id = l.city_id and a.order_id = l.order_id and a.id = l.assignment_id and a.state <> 'revoked'
    where l.city_id = ${ctx.cityId} and l.token_hash = ${digestOf(token)}
    for update of l`.execute(ctx.tx);
  const link = rows[0];
  refuseUnless(link?.unit_code && link.used_at === null, 'handling.link-invalid');
  refuseUnless(link.expires_at > ctx.now, 'handling.link-expired');
  if (!link.code_hash.equals(blindIndex(ctx.keys, 'link-code', `${token}:${code}`))) {
    countWrong(`link:${token}`, ctx.now);
    throw new Refusal('handling.link-code', { left: '不足 5' });
  }
  await sql`
    update identity.one_time_link set used_at = ${ctx.now}
    where city_id = ${ctx.cityId} and token_hash = ${digestOf(token)}`.execute(ctx.tx);
  const expiresAt = new Date(ctx.now.getTime() + linkSessionHours * 3_600_000);
  const session = await openSession(ctx, {
    kind: 'link',
    accountId: null,
    orderId: link.order_id,
    assignmentId: link.assignment_id,
    unitCode: link.unit_code,
    expiresAt,
  });
  return {
    token: session,
    orderId: link.order_id,
    assignmentId: link.assignment_id,
    expiresAt: expiresAt.toISOString(),
  };
}
