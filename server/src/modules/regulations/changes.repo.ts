import type { CitingKind, CitingOutcome } from '@minsheng/contract/words/regulations.ts';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import type { Citing } from './citing.repo.ts';

export type Change = Selectable<DB['regulations.change']>;
interface Words {
  readonly kind: CitingKind;
  readonly outcome: CitingOutcome | null;
}
export type CitingRow = Omit<Selectable<DB['regulations.citing']>, keyof Words> & Words;

export async function insertChange(
  ctx: Context,
  change: Omit<Insertable<DB['regulations.change']>, 'city_id'>,
  citing: readonly Citing[],
): Promise<void> {
  const tables = tablesOf<'regulations'>(ctx.tx);
  await tables
    .insertInto('regulations.change')
    .values({ ...change, city_id: ctx.cityId })
    .execute();
  if (citing.length === 0) return;
  const rows = citing.map((one, at) => ({
    ...{ city_id: ctx.cityId, change_id: change.id, no: at + 1 },
    ...{ kind: one.kind, key: one.key, label: one.label, cites: one.cites },
  }));
  await tables.insertInto('regulations.citing').values(rows).execute();
}

export const changesOf = (ctx: Context, regulation: string): Promise<Change[]> =>
  tablesOf<'regulations'>(ctx.tx)
    .selectFrom('regulations.change')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('regulation', '=', regulation)
    .orderBy('id')
    .execute();

export async function findChange(ctx: Context, id: string): Promise<Change | null> {
  const row = await tablesOf<'regulations'>(ctx.tx)
    .selectFrom('regulations.change')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    // Held against a second person who settles its last row at once.
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export const citingRows = (ctx: Context, changeIds: readonly string[]): Promise<CitingRow[]> =>
  changeIds.length === 0
    ? Promise.resolve([])
    : tablesOf<'regulations'>(ctx.tx)
        .selectFrom('regulations.citing')
        .selectAll()
        .where('city_id', '=', ctx.cityId)
        .where('change_id', 'in', [...changeIds])
        .orderBy('change_id')
        .orderBy('no')
        .$castTo<CitingRow>()
        .execute();

interface Settled {
  readonly changeId: string;
  readonly no: number;
  readonly outcome: CitingOutcome;
  readonly words: string;
}

/** Answers false where there is no such row. */
export async function settleCiting(ctx: Context, settled: Settled): Promise<boolean> {
  const { changeId, no, outcome, words } = settled;
  const done = await tablesOf<'regulations'>(ctx.tx)
    .updateTable('regulations.citing')
    .set({ outcome, words, by_id: ctx.actor.accountId, at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('change_id', '=', changeId)
    .where('no', '=', no)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** 未核对完: nobody has looked, or it is to be changed. By document. */
export async function openByRegulation(ctx: Context): Promise<Map<string, number>> {
  const { rows } = await sql<{ regulation: string; open: number }>`
    select c.regulation, count(*)::integer as open
    from regulations.citing as r
    join regulations.change as c on c.city_id = r.city_id and c.id = r.change_id
    where r.city_id = ${ctx.cityId} and (r.outcome is null or r.outcome = 'to-change')
    group by c.regulation`.execute(ctx.tx);
  return new Map(rows.map(({ regulation, open }) => [regulation, open]));
}

export async function openOf(ctx: Context, changeId: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::integer as open
    from regulations.citing
    where city_id = ${ctx.cityId} and change_id = ${changeId}
      and (outcome is null or outcome = 'to-change')`.execute(ctx.tx);
  return rows[0]?.open ?? 0;
}

export async function moveDue(ctx: Context, id: string, dueAt: Date): Promise<void> {
  await tablesOf<'regulations'>(ctx.tx)
    .updateTable('regulations.change')
    .set({ due_at: dueAt })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
