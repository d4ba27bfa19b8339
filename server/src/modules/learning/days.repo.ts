import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { Kind } from './decisions.repo.ts';

const judged = (ctx: Context, kind: Kind) =>
  tablesOf<'learning'>(ctx.tx)
    .selectFrom('learning.suggestion')
    .select('learnt_at')
    .where('city_id', '=', ctx.cityId)
    .where('kind', '=', kind)
    .limit(1);

export async function latestJudged(ctx: Context, kind: Kind): Promise<Date | null> {
  const row = await judged(ctx, kind).orderBy('learnt_at', 'desc').executeTakeFirst();
  return row?.learnt_at ?? null;
}

export async function firstJudged(ctx: Context, kind: Kind): Promise<Date | null> {
  const row = await judged(ctx, kind).orderBy('learnt_at').executeTakeFirst();
  return row?.learnt_at ?? null;
}

/** Held until the transaction ends: of two workers that fold at once, the second waits and finds nothing left. */
export async function lockFolded(ctx: Context, kind: Kind): Promise<Date | null> {
  const row = await tablesOf<'learning'>(ctx.tx)
    .selectFrom('learning.folded')
    .select('learnt_to')
    .where('city_id', '=', ctx.cityId)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst();
  return row?.learnt_to ?? null;
}

export async function saveFolded(ctx: Context, kind: Kind, learntTo: Date): Promise<void> {
  await tablesOf<'learning'>(ctx.tx)
    .insertInto('learning.folded')
    .values({ city_id: ctx.cityId, kind, learnt_to: learntTo })
    .onConflict((conflict) =>
      conflict.columns(['city_id', 'kind']).doUpdateSet({ learnt_to: learntTo }),
    )
    .execute();
}

export async function forgetFolded(ctx: Context, kind: Kind): Promise<void> {
  await tablesOf<'learning'>(ctx.tx)
    .deleteFrom('learning.folded')
    .where('city_id', '=', ctx.cityId)
    .where('kind', '=', kind)
    .execute();
}

/** Whole days of the city from that of an instant on. */
export async function countDays(ctx: Context, kind: Kind, since: Date): Promise<void> {
  const { cityId } = ctx;
  const { zone } = ctx.city;
  const first = sql`(${since}::timestamptz at time zone ${zone})::date`;
  const rows = sql`
    select (learnt_at at time zone ${zone})::date as on_day, label, given, place, said, unmet,
      least(99, floor(said * 100))::smallint as step
    from learning.suggestion
    where city_id = ${cityId} and kind = ${kind}
      and learnt_at >= (${first}::timestamp at time zone ${zone})`;
  await sql`
    insert into learning.day_pair (city_id, kind, on_day, label, given, count, among_three, said)
    select ${cityId}, ${kind}, on_day, label, given, count(*), count(*) filter (where place <= 3), sum(said)
    from (${rows}) as judged
    group by on_day, label, given
    on conflict (city_id, kind, on_day, label, given) do update
    set count = excluded.count, among_three = excluded.among_three, said = excluded.said`.execute(
    ctx.tx,
  );
  await sql`
    insert into learning.day_step
      (city_id, kind, on_day, step, count, right_first, among_three, said, unmet, unmet_of)
    select ${cityId}, ${kind}, on_day, step, count(*), count(*) filter (where place = 1),
      count(*) filter (where place <= 3), sum(said), coalesce(sum(unmet), 0), count(unmet)
    from (${rows}) as judged
    group by on_day, step
    on conflict (city_id, kind, on_day, step) do update
    set count = excluded.count, right_first = excluded.right_first, among_three = excluded.among_three,
      said = excluded.said, unmet = excluded.unmet, unmet_of = excluded.unmet_of`.execute(ctx.tx);
}

/** From so many days before today on, by the city's calendar. */
const sinceDays = (ctx: Context, days: number) =>
  sql`(${ctx.now}::timestamptz at time zone ${ctx.city.zone})::date - ${days}::integer`;

export interface WeekCount {
  readonly from: string;
  readonly count: number;
  readonly first: number;
  readonly amongThree: number;
  readonly unmet: number | null;
}

/** 每周: weeks begin on Monday; `unmet` is the share of words never met. */
export async function weekCounts(ctx: Context, kind: Kind, days: number): Promise<WeekCount[]> {
  const { rows } = await sql<WeekCount>`
    select date_trunc('week', on_day)::date as "from", sum(count)::integer as count,
      sum(right_first)::integer as first, sum(among_three)::integer as "amongThree",
      sum(unmet) / nullif(sum(unmet_of), 0) as unmet
    from learning.day_step
    where city_id = ${ctx.cityId} and kind = ${kind} and on_day > ${sinceDays(ctx, days)}
    group by 1
    order by 1`.execute(ctx.tx);
  return rows;
}

export interface StepCount {
  readonly step: number;
  readonly count: number;
  readonly first: number;
  readonly said: number;
}

export async function stepCounts(ctx: Context, kind: Kind, days: number): Promise<StepCount[]> {
  const { rows } = await sql<StepCount>`
    select step, sum(count)::integer as count, sum(right_first)::integer as first,
      sum(said)::real as said
    from learning.day_step
    where city_id = ${ctx.cityId} and kind = ${kind} and on_day > ${sinceDays(ctx, days)}
    group by step
    order by step`.execute(ctx.tx);
  return rows;
}

export interface WeekLabel {
  readonly from: string;
  readonly label: string;
  readonly count: number;
}

/** 每周构成: what was decided in each week. */
export async function weekLabels(ctx: Context, kind: Kind, days: number): Promise<WeekLabel[]> {
  const { rows } = await sql<WeekLabel>`
    select date_trunc('week', on_day)::date as "from", label, sum(count)::integer as count
    from learning.day_pair
    where city_id = ${ctx.cityId} and kind = ${kind} and on_day > ${sinceDays(ctx, days)}
    group by 1, label`.execute(ctx.tx);
  return rows;
}

export interface LabelCount {
  readonly label: string;
  readonly count: number;
  readonly first: number;
}

/** Those decided most. */
export async function labelCounts(
  ctx: Context,
  kind: Kind,
  { days, most }: { days: number; most: number },
): Promise<LabelCount[]> {
  const { rows } = await sql<LabelCount>`
    select label, sum(count)::integer as count,
      coalesce(sum(count) filter (where given = label), 0)::integer as first
    from learning.day_pair
    where city_id = ${ctx.cityId} and kind = ${kind} and on_day > ${sinceDays(ctx, days)}
    group by label
    order by 2 desc, 1
    limit ${most}`.execute(ctx.tx);
  return rows;
}

export interface Mistaken {
  readonly label: string;
  readonly given: string;
  readonly count: number;
}

/** 混淆: what was decided, and what had been suggested first instead. */
export async function mistaken(
  ctx: Context,
  kind: Kind,
  { days, most }: { days: number; most: number },
): Promise<Mistaken[]> {
  const { rows } = await sql<Mistaken>`
    select label, given, sum(count)::integer as count
    from learning.day_pair
    where city_id = ${ctx.cityId} and kind = ${kind} and on_day > ${sinceDays(ctx, days)}
      and given <> label and given <> ''
    group by label, given
    order by 3 desc, 1, 2
    limit ${most}`.execute(ctx.tx);
  return rows;
}
