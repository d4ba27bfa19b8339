import { type BriefAbout, type BriefState, sectionHolds } from '@minsheng/contract/words/briefs.ts';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';

const sections = z.array(z.object({ heading: z.string(), holds: z.enum(sectionHolds) }));
const lines = z.record(z.string(), z.array(z.string()));
const names = z.record(z.string(), z.string());
const writers = z.record(z.string(), z.string());

export type Section = z.output<typeof sections>[number];
/** By the place of the section in the brief. */
export type Lines = Readonly<Record<string, readonly string[]>>;

interface Read {
  readonly about: BriefAbout;
  readonly state: BriefState;
  readonly sections: readonly Section[];
  /** Null while it is being counted. */
  readonly counted: Lines | null;
  readonly words: Lines;
  /** What things were called at the cutoff. */
  readonly names: Readonly<Record<string, string>>;
  /** By section, and `title`: whose words stand there. */
  readonly writers: Readonly<Record<string, string>>;
}
export type Brief = Omit<Selectable<DB['briefs.brief']>, keyof Read> & Read;

const briefs = (ctx: Context) =>
  tablesOf<'briefs'>(ctx.tx)
    .selectFrom('briefs.brief')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .$castTo<Selectable<DB['briefs.brief']> & Pick<Brief, 'about' | 'state'>>();

type Row = Selectable<DB['briefs.brief']> & Pick<Brief, 'about' | 'state'>;

const readOf = (row: Row): Brief => ({
  ...row,
  sections: sections.parse(row.sections),
  counted: lines.nullable().parse(row.counted),
  words: lines.parse(row.words),
  names: names.parse(row.names ?? {}),
  writers: writers.parse(row.writers),
});

/** The latest first; before one of them, or from the start. */
export async function latestBriefs(
  ctx: Context,
  { before, most }: { before: string | null; most: number },
): Promise<Brief[]> {
  let query = briefs(ctx).orderBy('id', 'desc').limit(most);
  if (before !== null) query = query.where('id', '<', before);
  return (await query.execute()).map(readOf);
}

/** Refuses `briefs.no-such-brief`. */
export async function findBrief(ctx: Context, id: string): Promise<Brief> {
  const row = await briefs(ctx).where('id', '=', id).executeTakeFirst();
  refuseUnless(row, 'briefs.no-such-brief');
  return readOf(row);
}

/** Held against a second person who writes or signs it at once. */
export async function lockBrief(ctx: Context, id: string): Promise<Brief> {
  const row = await briefs(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  refuseUnless(row, 'briefs.no-such-brief');
  return readOf(row);
}

export async function insertBrief(
  ctx: Context,
  row: Omit<Insertable<DB['briefs.brief']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'briefs'>(ctx.tx)
    .insertInto('briefs.brief')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

export async function changeBrief(
  ctx: Context,
  id: string,
  set: Updateable<DB['briefs.brief']>,
): Promise<void> {
  await tablesOf<'briefs'>(ctx.tx)
    .updateTable('briefs.brief')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** 下一期 of a series in a year. */
export async function nextNumber(
  ctx: Context,
  { series, year }: { series: string; year: number },
): Promise<number> {
  // Held against whoever signs another brief at once: they take the number after this one.
  await sql`select pg_advisory_xact_lock(hashtext('briefs.number'), ${ctx.cityId})`.execute(ctx.tx);
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0)::integer + 1 as next
    from briefs.brief
    where city_id = ${ctx.cityId} and series = ${series} and year = ${year}`.execute(ctx.tx);
  return rows[0]?.next ?? 1;
}
