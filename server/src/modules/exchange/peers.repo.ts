import { signSchemes } from '@minsheng/contract/words/exchange.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { decrypt } from '../../platform/secrets.ts';
import type { SignKeys } from './signing.ts';

/** 对接方. */
export interface Peer {
  readonly code: string;
  readonly name: string;
  readonly adapter: string;
  /** 对接的网, whose codes it speaks; null: those of the protocol. */
  readonly net: string | null;
  /** The unit whose own system it is. */
  readonly unitCode: string | null;
  readonly baseUrl: string;
  /** Our code as this peer knows us. */
  readonly ownCode: string;
  readonly keys: SignKeys;
  readonly isOn: boolean;
  readonly perMinute: number;
  readonly madeAt: Date;
  readonly failures: number;
  readonly downSince: Date | null;
  readonly holdUntil: Date | null;
  readonly lastOutAt: Date | null;
  readonly lastInAt: Date | null;
}

const schemes = z.enum(signSchemes);

export async function peerOf(ctx: Context, code: string): Promise<Peer | null> {
  const [found] = await read(ctx, code);
  return found ?? null;
}

/** Those of one adapter. */
export async function peersWith(ctx: Context, adapter: string): Promise<Peer[]> {
  return (await read(ctx, null)).filter((peer) => peer.adapter === adapter);
}

export const allPeers = (ctx: Context): Promise<Peer[]> => read(ctx, null);

async function read(ctx: Context, code: string | null): Promise<Peer[]> {
  const rows = await tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.peer')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .$if(code !== null, (query) => query.where('code', '=', code ?? ''))
    .orderBy('code')
    .execute();
  return rows.map((row) => {
    const secret = decrypt(ctx.keys, row.secret_enc);
    const scheme = schemes.parse(row.scheme);
    return {
      code: row.code,
      name: row.name,
      adapter: row.adapter,
      net: row.net,
      unitCode: row.unit_code,
      baseUrl: row.base_url,
      ownCode: row.own_code,
      keys:
        scheme === 'sm2' ? { scheme, own: secret, theirs: row.peer_key ?? '' } : { scheme, secret },
      isOn: row.is_on,
      perMinute: row.per_minute,
      madeAt: row.made_at,
      failures: row.failures,
      downSince: row.down_since,
      holdUntil: row.hold_until,
      lastOutAt: row.last_out_at,
      lastInAt: row.last_in_at,
    };
  });
}

export interface PeerRow {
  readonly code: string;
  readonly name: string;
  readonly adapter: string;
  readonly net: string | null;
  readonly unit_code: string | null;
  readonly base_url: string;
  readonly own_code: string;
  readonly scheme: SignKeys['scheme'];
  readonly secret_enc: Buffer;
  readonly peer_key: string | null;
  readonly is_on: boolean;
  readonly per_minute: number;
}

/** False: the code is taken. */
export async function insertPeer(ctx: Context, row: PeerRow): Promise<boolean> {
  const made = await tablesOf<'exchange'>(ctx.tx)
    .insertInto('exchange.peer')
    .values({ ...row, city_id: ctx.cityId, made_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('code')
    .execute();
  return made.length === 1;
}

export async function changePeer(
  ctx: Context,
  code: string,
  change: Partial<Omit<PeerRow, 'code'>>,
): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .updateTable('exchange.peer')
    .set(change)
    .where('city_id', '=', ctx.cityId)
    .where('code', '=', code)
    .execute();
}

/**
 * It answered: the queue goes on. The row is written once in ten seconds at most, not by each message; a pause it has
 * asked for meanwhile stands.
 */
export async function wentWell(ctx: Context, code: string): Promise<void> {
  await sql`
    update exchange.peer
    set last_out_at = ${ctx.now}, failures = 0, down_since = null,
      hold_until = case when hold_until > ${ctx.now} then hold_until end
    where city_id = ${ctx.cityId} and code = ${code}
      and (failures > 0 or last_out_at is null or last_out_at < ${tenSecondsBefore(ctx)})`.execute(
    ctx.tx,
  );
}

/** It did not: nothing leaves for it until then. What was asked before a pause began is part of that failure. */
export async function wentWrong(
  ctx: Context,
  code: string,
  { holdUntil, askedAt }: { holdUntil: Date; askedAt: Date },
): Promise<void> {
  await sql`
    update exchange.peer
    set failures = failures + case when hold_until > ${askedAt} then 0 else 1 end,
      down_since = coalesce(down_since, ${ctx.now}),
      hold_until = greatest(hold_until, ${holdUntil})
    where city_id = ${ctx.cityId} and code = ${code}`.execute(ctx.tx);
}

export async function heardFrom(ctx: Context, code: string): Promise<void> {
  await sql`
    update exchange.peer
    set last_in_at = ${ctx.now}
    where city_id = ${ctx.cityId} and code = ${code}
      and (last_in_at is null or last_in_at < ${tenSecondsBefore(ctx)})`.execute(ctx.tx);
}

const tenSecondsBefore = ({ now }: Context): Date => new Date(now.getTime() - 10_000);

/** A person asks to try again now. */
export async function holdNoMore(ctx: Context, code: string): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .updateTable('exchange.peer')
    .set({ hold_until: null })
    .where('city_id', '=', ctx.cityId)
    .where('code', '=', code)
    .execute();
}

/** Is one of these how any peer knows us? Other peers may know us by other codes than this one. */
export async function isOurCode(ctx: Context, codes: readonly string[]): Promise<boolean> {
  const found = await tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.peer')
    .select('code')
    .where('city_id', '=', ctx.cityId)
    .where('own_code', 'in', [...codes])
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
