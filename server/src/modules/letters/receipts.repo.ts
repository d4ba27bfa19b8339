import type { ReceiptState } from '@minsheng/contract/words/letters.ts';
import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import type { Unit } from '../organisation/index.ts';

/** 主送单位与其签收、反馈. */
export interface Receipt extends Omit<Selectable<DB['letters.receipt']>, 'state'> {
  state: ReceiptState;
}
export type Answer = Selectable<DB['letters.answer']>;

/** Whom a draft is for, in this order. */
export async function replaceUnits(
  ctx: Context,
  letterId: string,
  units: readonly Pick<Unit, 'code' | 'path'>[],
): Promise<void> {
  await tablesOf<'letters'>(ctx.tx)
    .deleteFrom('letters.receipt')
    .where('city_id', '=', ctx.cityId)
    .where('letter_id', '=', letterId)
    .execute();
  await tablesOf<'letters'>(ctx.tx)
    .insertInto('letters.receipt')
    .values(
      units.map(({ code, path }, no) => ({
        city_id: ctx.cityId,
        letter_id: letterId,
        unit_code: code,
        unit_path: path,
        no,
      })),
    )
    .execute();
}

export async function receiptsOf(
  ctx: Context,
  letterIds: readonly string[],
): Promise<readonly Receipt[]> {
  if (letterIds.length === 0) return [];
  const rows = await tablesOf<'letters'>(ctx.tx)
    .selectFrom('letters.receipt')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('letter_id', 'in', [...letterIds])
    .orderBy('letter_id')
    .orderBy('no')
    .execute();
  return rows as Receipt[];
}

export async function changeReceipt(
  ctx: Context,
  { letterId, unitCode }: { letterId: string; unitCode: string },
  values: Partial<Omit<Receipt, 'city_id' | 'letter_id' | 'unit_code'>>,
): Promise<void> {
  await tablesOf<'letters'>(ctx.tx)
    .updateTable('letters.receipt')
    .set(values)
    .where('city_id', '=', ctx.cityId)
    .where('letter_id', '=', letterId)
    .where('unit_code', '=', unitCode)
    .execute();
}

export async function markSent(ctx: Context, letterId: string, dueAt: Date | null): Promise<void> {
  await tablesOf<'letters'>(ctx.tx)
    .updateTable('letters.receipt')
    .set({ sent_at: ctx.now, due_at: dueAt })
    .where('city_id', '=', ctx.cityId)
    .where('letter_id', '=', letterId)
    .execute();
}

/** 待签收 of one unit. A handful: a partial index holds them. */
export async function countUnsigned(ctx: Context, unitCode: string): Promise<number> {
  const row = await tablesOf<'letters'>(ctx.tx)
    .selectFrom('letters.receipt')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('city_id', '=', ctx.cityId)
    .where('unit_code', '=', unitCode)
    .where('sent_at', 'is not', null)
    .where('state', '=', 'unsigned')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function answersOf(ctx: Context, letterId: string): Promise<readonly Answer[]> {
  return tablesOf<'letters'>(ctx.tx)
    .selectFrom('letters.answer')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('letter_id', '=', letterId)
    .orderBy('unit_code')
    .orderBy('no')
    .execute();
}

/** 退回原因 of the unit's latest answer; null where it was not sent back. */
export async function whyLetterSentBack(
  ctx: Context,
  letterId: string,
  unitCode: string,
): Promise<string | null> {
  const last = (await answersOf(ctx, letterId)).findLast(({ unit_code }) => unit_code === unitCode);
  return last?.accepted === false ? last.reason : null;
}

export async function insertAnswer(
  ctx: Context,
  answer: Pick<Answer, 'letter_id' | 'unit_code' | 'no' | 'content' | 'file_ids'>,
): Promise<void> {
  await tablesOf<'letters'>(ctx.tx)
    .insertInto('letters.answer')
    .values({
      ...answer,
      city_id: ctx.cityId,
      answered_by: ctx.actor.accountId,
      answered_at: ctx.now,
    })
    .execute();
}

export async function judge(
  ctx: Context,
  { letter_id, unit_code, no }: Pick<Answer, 'letter_id' | 'unit_code' | 'no'>,
  verdict: { accepted: boolean; reason: string },
): Promise<void> {
  await tablesOf<'letters'>(ctx.tx)
    .updateTable('letters.answer')
    .set({ ...verdict, judged_by: ctx.actor.accountId, judged_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('letter_id', '=', letter_id)
    .where('unit_code', '=', unit_code)
    .where('no', '=', no)
    .execute();
}
