import type {
  ConductGrade,
  ConductGround,
  ConductMeasure,
  ConductState,
} from '@minsheng/contract/words/conduct.ts';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { type Place, pageRows } from '../../platform/keyset.ts';
import { refuseUnless } from '../../platform/refusal.ts';

type Row = Selectable<DB['conduct.mark']>;

/** 扰乱行为记录, with the closed words of its columns said. */
export interface Mark extends Omit<Row, 'grade' | 'grounds' | 'measure' | 'state'> {
  grade: ConductGrade;
  grounds: Exclude<ConductGround, 'frequency'>;
  measure: ConductMeasure;
  state: ConductState;
}

export async function insert(ctx: Context, mark: Insertable<DB['conduct.mark']>): Promise<void> {
  await tablesOf<'conduct'>(ctx.tx).insertInto('conduct.mark').values(mark).execute();
}

/** Held until the end of the transaction: two agents who mark one number at once would each find nothing standing. */
export async function holdNumber(ctx: Context, numberIndex: Buffer): Promise<void> {
  const key = numberIndex.toString('hex');
  await sql`select pg_advisory_xact_lock(hashtext('conduct.mark'), hashtext(${key}))`.execute(
    ctx.tx,
  );
}

/** Held, so that two people do not decide at once. Refuses `conduct.no-such-mark`. */
export async function lock(ctx: Context, markId: string): Promise<Mark> {
  const row = await read(ctx).where('id', '=', markId).forUpdate().executeTakeFirst();
  refuseUnless(row, 'conduct.no-such-mark');
  return row as Mark;
}

export async function find(ctx: Context, markId: string): Promise<Mark> {
  const row = await read(ctx).where('id', '=', markId).executeTakeFirst();
  refuseUnless(row, 'conduct.no-such-mark');
  return row as Mark;
}

const read = (ctx: Context) =>
  tablesOf<'conduct'>(ctx.tx)
    .selectFrom('conduct.mark')
    .selectAll()
    .where('city_id', '=', ctx.cityId);

export async function change(
  ctx: Context,
  { id }: Pick<Mark, 'id'>,
  set: Omit<Updateable<DB['conduct.mark']>, 'city_id' | 'id'>,
): Promise<void> {
  await tablesOf<'conduct'>(ctx.tx)
    .updateTable('conduct.mark')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

const mostMarks = 50;

/** Of one number, the newest first. */
export async function marksOf(ctx: Context, numberIndex: Buffer): Promise<Mark[]> {
  const rows = await read(ctx)
    .where('number_index', '=', numberIndex)
    .orderBy('id', 'desc')
    .limit(mostMarks)
    .execute();
  return rows as Mark[];
}

/** 待批准, 执行中, 待复核, the newest first. */
export async function pageOf(
  ctx: Context,
  list: 'asked' | 'in-force' | 'review',
  after: Place | null,
): Promise<Mark[]> {
  let query = read(ctx)
    .orderBy('id', 'desc')
    .limit(pageRows + 1);
  query =
    list === 'review'
      ? query.where(sql<boolean>`review_asked_at is not null and reviewed_at is null`)
      : query.where('state', '=', list);
  if (after) query = query.where('id', '<', after.id);
  return (await query.execute()) as Mark[];
}

/** 月度清单. */
export async function pageOfSpan(
  ctx: Context,
  { from, until, after }: { from: Date; until: Date; after: Place | null },
): Promise<Mark[]> {
  let query = read(ctx)
    .where('id', '>=', sql<string>`platform.first_id(${from})`)
    .where('id', '<', sql<string>`platform.first_id(${until})`)
    .orderBy('id', 'desc')
    .limit(pageRows + 1);
  if (after) query = query.where('id', '<', after.id);
  return (await query.execute()) as Mark[];
}
