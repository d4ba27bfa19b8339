import { sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import type { Sending } from './clue.ts';

/** 抄报记录, the first first. */
export const sendingsOf = (ctx: Context, clueIds: readonly string[]): Promise<Sending[]> =>
  clueIds.length === 0
    ? Promise.resolve([])
    : tablesOf<'clues'>(ctx.tx)
        .selectFrom('clues.sending')
        .selectAll()
        .where('city_id', '=', ctx.cityId)
        .where('clue_id', 'in', [...clueIds])
        .orderBy('clue_id')
        .orderBy('no')
        .execute();

/** The one that counts now. */
export const latestSending = async (ctx: Context, clueId: string): Promise<Sending | null> =>
  (await sendingsOf(ctx, [clueId])).at(-1) ?? null;

export async function insertSending(
  ctx: Context,
  row: Pick<Sending, 'clue_id' | 'no' | 'unit_code' | 'basis' | 'receipt_due_at'>,
): Promise<void> {
  await tablesOf<'clues'>(ctx.tx)
    .insertInto('clues.sending')
    .values({ ...row, city_id: ctx.cityId, sent_by: ctx.actor.accountId, sent_at: ctx.now })
    .execute();
}

export async function changeSending(
  ctx: Context,
  { clue_id, no }: Pick<Sending, 'clue_id' | 'no'>,
  set: Updateable<DB['clues.sending']>,
): Promise<void> {
  await tablesOf<'clues'>(ctx.tx)
    .updateTable('clues.sending')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('clue_id', '=', clue_id)
    .where('no', '=', no)
    .execute();
}

/** 在该单位手里: neither declined nor taken back. */
export const isHeld = ({
  accepted,
  recalled_at,
}: Pick<Sending, 'accepted' | 'recalled_at'>): boolean =>
  accepted !== false && recalled_at === null;

/** 逾期: receipted late, or not until now, or until it was taken back, though its time is over. */
export const isLate = (
  {
    receipt_at,
    receipt_due_at,
    recalled_at,
  }: Pick<Sending, 'receipt_at' | 'receipt_due_at' | 'recalled_at'>,
  now: Date,
): boolean => (receipt_at ?? recalled_at ?? now) > receipt_due_at;

/** Whether a unit has had one of these orders in hand, itself or a unit below it: what it gave back it has read. */
export async function unitKnows(
  ctx: Context,
  orderIds: readonly string[],
  unitPath: string,
): Promise<boolean> {
  if (orderIds.length === 0) return false;
  const { rows } = await sql<{ knows: boolean }>`
    select exists (
      select from dispatch.assignment as a
      where a.city_id = ${ctx.cityId} and a.order_id = any (${[...orderIds]}::uuid[])
        and (a.state <> 'revoked' or a.signed_at is not null)
        and (a.unit_path = ${unitPath} or a.unit_path like ${`${unitPath}/%`})) as knows`.execute(
    ctx.tx,
  );
  return rows[0]?.knows === true;
}
