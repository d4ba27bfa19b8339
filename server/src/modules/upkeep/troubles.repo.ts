import type { TroubleEnd, TroubleKind } from '@minsheng/contract/words/upkeep.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

export interface Trouble {
  readonly id: string;
  readonly kind: TroubleKind;
  readonly about: string;
  readonly times: number;
  readonly sinceAt: Date;
  readonly seenAt: Date;
  readonly overAt: Date | null;
  readonly ended: TroubleEnd | null;
  readonly endedBy: string | null;
  readonly words: string | null;
}

const columns = sql`
  id, kind, about, times, since_at as "sinceAt", seen_at as "seenAt", over_at as "overAt", ended,
  ended_by as "endedBy", words`;

export interface Seen {
  readonly kind: TroubleKind;
  readonly about: string;
  readonly times: number;
}

/** Answers the id where it is a new one, null where it was open already. */
export async function put(ctx: Context, { kind, about, times }: Seen): Promise<string | null> {
  const { rows } = await sql<{ id: string; isNew: boolean }>`
    insert into upkeep.trouble (city_id, id, kind, about, times, since_at, seen_at)
    values (${ctx.cityId}, ${ctx.newId()}, ${kind}, ${about}, ${times}, ${ctx.now}, ${ctx.now})
    on conflict (city_id, kind, about) where over_at is null do update
    set times = excluded.times, seen_at = excluded.seen_at
    returning id, xmax = 0 as "isNew"`.execute(ctx.tx);
  return rows[0]?.isNew ? rows[0].id : null;
}

/** The one that is open, held against whoever settles it at the same time. */
export async function holdOpen(
  ctx: Context,
  { kind, about }: Pick<Seen, 'kind' | 'about'>,
): Promise<Trouble | null> {
  const { rows } = await sql<Trouble>`
    select ${columns}
    from upkeep.trouble
    where city_id = ${ctx.cityId} and kind = ${kind} and about = ${about} and over_at is null
    for update`.execute(ctx.tx);
  return rows[0] ?? null;
}

export async function hold(ctx: Context, id: string): Promise<Trouble | null> {
  const { rows } = await sql<Trouble>`
    select ${columns}
    from upkeep.trouble
    where city_id = ${ctx.cityId} and id = ${id}::uuid
    for update`.execute(ctx.tx);
  return rows[0] ?? null;
}

export async function end(
  ctx: Context,
  id: string,
  { ended, words }: { ended: TroubleEnd; words: string | null },
): Promise<void> {
  await sql`
    update upkeep.trouble
    set over_at = ${ctx.now}, ended = ${ended}, ended_by = ${ctx.actor.accountId}, words = ${words}
    where city_id = ${ctx.cityId} and id = ${id}::uuid and over_at is null`.execute(ctx.tx);
}

export async function openOnes(ctx: Context, most: number): Promise<Trouble[]> {
  const { rows } = await sql<Trouble>`
    select ${columns}
    from upkeep.trouble
    where city_id = ${ctx.cityId} and over_at is null
    order by since_at, id
    limit ${most}`.execute(ctx.tx);
  return rows;
}

export async function latestOver(ctx: Context, most: number): Promise<Trouble[]> {
  const { rows } = await sql<Trouble>`
    select ${columns}
    from upkeep.trouble
    where city_id = ${ctx.cityId} and over_at is not null
    order by over_at desc, id desc
    limit ${most}`.execute(ctx.tx);
  return rows;
}

/** When a disagreement of the log was last seen: what was found before then is known. */
export async function chainSeenAt(ctx: Context): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(seen_at) as at
    from upkeep.trouble
    where city_id = ${ctx.cityId} and kind = 'chain'`.execute(ctx.tx);
  return rows[0]?.at ?? null;
}

export interface Verification {
  readonly at: Date;
  readonly chains: number;
  readonly events: number;
  readonly anchors: number;
  readonly broken: number;
}

export async function lastVerification(ctx: Context): Promise<Verification | null> {
  const { rows } = await sql<Verification>`
    select at, chains, events::float8 as events, anchors, broken
    from upkeep.verification
    where city_id = ${ctx.cityId}`.execute(ctx.tx);
  return rows[0] ?? null;
}

/** How often the database failed to archive its log, where it failed last; 0 where it succeeded last. */
export async function failedArchiving({ tx }: Pick<Context, 'tx'>): Promise<number> {
  const { rows } = await sql<{ failed: number }>`
    select failed_count::int as failed
    from pg_stat_archiver
    where last_failed_time > coalesce(last_archived_time, '-infinity')`.execute(tx);
  return rows[0]?.failed ?? 0;
}
