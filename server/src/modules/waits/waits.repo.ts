import type { WaitKind } from '@minsheng/contract/words/waits.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import type { Wait, WaitKey } from './wait.ts';

const limit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('natural-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-days'), days: z.number() }),
]);

interface Row extends Omit<Wait, 'limit'> {
  limit: unknown;
  ringAt: Date;
}

export interface Ringing extends Wait {
  readonly ringAt: Date;
}

const columns = sql`
  kind, id, no, from_at as "fromAt", limit_given as "limit", due_at as "dueAt", ring_at as "ringAt", told`;

const waitOf = (row: Row): Ringing => ({
  ...row,
  limit: row.limit === null ? null : limit.parse(row.limit),
});

const isKey = (ctx: Context, { kind, id, no }: WaitKey) =>
  sql`city_id = ${ctx.cityId} and kind = ${kind} and id = ${id}::uuid and no = ${no}`;

/** Begun anew, what was told of it before is forgotten. */
export async function put(ctx: Context, wait: Omit<Wait, 'told'>): Promise<void> {
  const kept = wait.limit && JSON.stringify(wait.limit);
  await sql`
    insert into waits.wait (city_id, kind, id, no, from_at, limit_given, due_at, ring_at, told)
    values (${ctx.cityId}, ${wait.kind}, ${wait.id}::uuid, ${wait.no}, ${wait.fromAt}, ${kept}::jsonb,
      ${wait.dueAt}, ${wait.dueAt}, 0)
    on conflict (city_id, kind, id, no) do update
    set from_at = excluded.from_at, limit_given = excluded.limit_given, due_at = excluded.due_at,
      ring_at = excluded.ring_at, told = 0`.execute(ctx.tx);
}

export async function find(ctx: Context, key: WaitKey): Promise<Ringing | null> {
  const { rows } = await sql<Row>`
    select ${columns}
    from waits.wait
    where ${isKey(ctx, key)}`.execute(ctx.tx);
  return rows[0] ? waitOf(rows[0]) : null;
}

export async function change(
  ctx: Context,
  key: WaitKey,
  { dueAt, ringAt, told }: Pick<Ringing, 'dueAt' | 'ringAt' | 'told'>,
): Promise<void> {
  await sql`
    update waits.wait
    set due_at = ${dueAt}, ring_at = ${ringAt}, told = ${told}
    where ${isKey(ctx, key)}`.execute(ctx.tx);
}

export async function drop(ctx: Context, key: WaitKey): Promise<void> {
  await sql`delete from waits.wait where ${isKey(ctx, key)}`.execute(ctx.tx);
}

/** Whose end a calendar may still move, in the order of their keys. */
export async function movableAfter(
  ctx: Context,
  { after, most }: { after: WaitKey | null; most: number },
): Promise<Wait[]> {
  const beyond = after
    ? sql`and (kind, id, no) > (${after.kind}, ${after.id}::uuid, ${after.no})`
    : sql``;
  const { rows } = await sql<Row>`
    select ${columns}
    from waits.wait
    where city_id = ${ctx.cityId} and told = 0 and due_at > ${ctx.now} and limit_given is not null
      ${beyond}
    order by kind, id, no
    limit ${most}`.execute(ctx.tx);
  return rows.map(waitOf);
}

/** 一小时一次: whether these people have not been told of such things within the last hour; then they are now. */
export async function mayTellNow(
  ctx: Context,
  { kind, unitCode, to }: { kind: WaitKind; unitCode: string; to: string },
): Promise<boolean> {
  const hourAgo = new Date(ctx.now.getTime() - 3_600_000);
  const { rows } = await sql`
    insert into waits.told (city_id, kind, unit_code, told_to, told_at)
    values (${ctx.cityId}, ${kind}, ${unitCode}, ${to}, ${ctx.now})
    on conflict (city_id, kind, unit_code, told_to) do update
    set told_at = excluded.told_at
    where waits.told.told_at <= ${hourAgo}
    returning 1`.execute(ctx.tx);
  return rows.length > 0;
}
