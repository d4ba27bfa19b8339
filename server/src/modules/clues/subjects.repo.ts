import { type SqlBool, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import { cursorId, type Place } from '../../platform/keyset.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { nameKey } from './likeness.ts';

/** 线索对象, by its name in its county; one that is new is written down. */
export async function putSubject(
  ctx: Context,
  { name, countyCode, clueId }: { name: string; countyCode: string; clueId: string },
): Promise<string> {
  const { id } = await tablesOf<'clues'>(ctx.tx)
    .insertInto('clues.subject')
    .values({
      city_id: ctx.cityId,
      id: ctx.newId(),
      county_code: countyCode,
      name_key: nameKey(name),
      name,
      latest_clue_id: clueId,
    })
    .onConflict((conflict) =>
      conflict.columns(['city_id', 'county_code', 'name_key']).doUpdateSet({
        latest_clue_id: sql`greatest(clues.subject.latest_clue_id, excluded.latest_clue_id)`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function subjectName(ctx: Context, id: string): Promise<string> {
  return (await subjectNames(ctx, [id])).get(id) ?? '';
}

export async function subjectNames(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tablesOf<'clues'>(ctx.tx)
    .selectFrom('clues.subject')
    .select(['id', 'name'])
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface SubjectSums {
  readonly id: string;
  readonly name: string;
  readonly county_code: string;
  readonly latest_clue_id: string;
  readonly verified: number;
  readonly open: number;
  readonly not_true: number;
  readonly contests: number;
}

/** With its record: 查实 counts only what was verified and stands after every contest. */
const sums = (ctx: Context) => {
  const count = (which: ReturnType<typeof sql<SqlBool>>) => sql<number>`(
    select count(*)::int from clues.clue as c
    where c.city_id = s.city_id and c.subject_id = s.id and c.state <> 'joined' and ${which})`;
  return readerOf(ctx.tx)
    .selectFrom('clues.subject as s')
    .select([
      's.id',
      's.name',
      's.county_code',
      's.latest_clue_id',
      count(sql<SqlBool>`c.result in ('filed', 'corrected') and c.uncounted_at is null`).as(
        'verified',
      ),
      count(sql<SqlBool>`c.state <> 'closed'`).as('open'),
      count(sql<SqlBool>`c.result = 'not-true'`).as('not_true'),
      sql<number>`(
        select count(*)::int from clues.contest as k
        where k.city_id = s.city_id and k.subject_id = s.id and k.decided_at is null)`.as(
        'contests',
      ),
    ])
    .where('s.city_id', '=', ctx.cityId);
};

export async function findSubject(ctx: Context, id: string): Promise<SubjectSums> {
  const row = await sums(ctx).where('s.id', '=', id).executeTakeFirst();
  refuseUnless(row, 'clues.no-such-subject');
  return row;
}

/** Those with the latest clue first. */
export function latestSubjects(
  ctx: Context,
  asked: { words: string; contestedOnly: boolean; before: Place | null; most: number },
): Promise<SubjectSums[]> {
  let query = sums(ctx)
    .orderBy('s.latest_clue_id', 'desc')
    .orderBy('s.id', 'desc')
    .limit(asked.most);
  if (asked.words !== '')
    query = query.where(
      's.name_key',
      'like',
      `%${nameKey(asked.words).replaceAll(/[\\%_]/g, '')}%`,
    );
  if (asked.before !== null)
    query = query.where(
      sql<SqlBool>`(s.latest_clue_id, s.id) < (${cursorId(asked.before.by)}::uuid, ${asked.before.id}::uuid)`,
    );
  if (asked.contestedOnly)
    query = query.where(
      sql<SqlBool>`exists (
        select from clues.contest as k
        where k.city_id = s.city_id and k.subject_id = s.id and k.decided_at is null)`,
    );
  return query.execute();
}

/** 同名的线索对象, of every county of the city. */
export async function subjectsNamed(ctx: Context, name: string): Promise<SubjectSums[]> {
  const key = nameKey(name);
  if (key === '') return [];
  const counties = (await organisation.allAreas(ctx))
    .filter(({ code }) => /^\d{6}0{6}$/.test(code))
    .map(({ code }) => code.slice(0, 6));
  return sums(ctx)
    .where('s.county_code', 'in', counties)
    .where('s.name_key', '=', key)
    .orderBy('s.latest_clue_id', 'desc')
    .execute();
}
