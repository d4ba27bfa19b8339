import type {
  LinkageAct,
  LinkageMechanism,
  LinkageState,
  LinkageSumAct,
} from '@minsheng/contract/words/linkage.ts';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { cityHour } from '../organisation/index.ts';

type Row = Selectable<DB['linkage.record']>;

/** 联动记录, with the closed words of its columns said. */
export interface LinkageRecord extends Omit<Row, 'act' | 'mechanism' | 'state'> {
  act: LinkageAct;
  mechanism: LinkageMechanism;
  state: LinkageState;
}

export async function insert(
  ctx: Context,
  record: Insertable<DB['linkage.record']> & {
    act: LinkageAct;
    mechanism: LinkageMechanism;
    asked_at: Date;
  },
): Promise<void> {
  await tablesOf<'linkage'>(ctx.tx).insertInto('linkage.record').values(record).execute();
  await count(ctx, record, 'asked');
}

/** Of one order, in the order they began. */
export async function recordsOf(ctx: Context, orderId: string): Promise<LinkageRecord[]> {
  const rows = await tablesOf<'linkage'>(ctx.tx)
    .selectFrom('linkage.record')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute();
  return rows as LinkageRecord[];
}

export const isOpen = ({ state }: Pick<LinkageRecord, 'state'>): boolean =>
  state === 'sent' || state === 'accepted';

const countedAs = { accepted: 'accepted', returned: 'returned', done: 'done' } as const;

/** A step of whoever took it. What is over stays as it ended; the caller holds the order. */
export async function move(ctx: Context, record: LinkageRecord, to: LinkageState): Promise<void> {
  if (!isOpen(record) || record.state === to) return;
  await tablesOf<'linkage'>(ctx.tx)
    .updateTable('linkage.record')
    .set(to === 'accepted' ? { state: to, accepted_at: ctx.now } : { state: to, ended_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', record.order_id)
    .where('id', '=', record.id)
    .execute();
  if (to === 'accepted' || to === 'returned' || to === 'done')
    await count(ctx, record, countedAs[to]);
}

export async function noteStage(ctx: Context, record: LinkageRecord, stage: string): Promise<void> {
  await tablesOf<'linkage'>(ctx.tx)
    .updateTable('linkage.record')
    .set({ stage })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', record.order_id)
    .where('id', '=', record.id)
    .execute();
}

/** On the day it was asked for, so that a day's shares are of its own. */
async function count(
  ctx: Context,
  { act, mechanism, asked_at }: Counted & { asked_at: Date },
  what: keyof Step,
): Promise<void> {
  await countLinkage(ctx, { act, mechanism, at: asked_at }, { [what]: 1 });
}

interface Counted {
  readonly act: LinkageSumAct;
  readonly mechanism: LinkageMechanism;
}

interface Step {
  readonly asked?: number;
  readonly accepted?: number;
  readonly returned?: number;
  readonly done?: number;
}

/** 计入统计: also what other modules do by the mechanisms of the regulation. */
export async function countLinkage(
  ctx: Context,
  { act, mechanism, at }: Counted & { at: Date },
  { asked = 0, accepted = 0, returned = 0, done = 0 }: Step,
): Promise<void> {
  const { on } = cityHour(at, ctx.city.zone);
  await sql`
    insert into linkage.day_sum (city_id, on_day, act, mechanism, asked, accepted, returned, done)
    values (${ctx.cityId}, ${on}::date, ${act}, ${mechanism}, ${asked}, ${accepted}, ${returned}, ${done})
    on conflict (city_id, on_day, act, mechanism) do update set
      asked = day_sum.asked + excluded.asked,
      accepted = day_sum.accepted + excluded.accepted,
      returned = day_sum.returned + excluded.returned,
      done = day_sum.done + excluded.done`.execute(ctx.tx);
}

export interface LinkageSum {
  readonly act: LinkageSumAct;
  readonly mechanism: LinkageMechanism;
  readonly asked: number;
  readonly accepted: number;
  readonly returned: number;
  readonly done: number;
}

/** Days from and until, both counted. */
export async function sumsBetween(
  ctx: Context,
  from: string,
  until: string,
): Promise<LinkageSum[]> {
  const { rows } = await sql<LinkageSum>`
    select act, mechanism, sum(asked)::int as asked, sum(accepted)::int as accepted,
      sum(returned)::int as returned, sum(done)::int as done
    from linkage.day_sum
    where city_id = ${ctx.cityId} and on_day between ${from}::date and ${until}::date
    group by act, mechanism
    order by mechanism, act`.execute(ctx.tx);
  return rows;
}
