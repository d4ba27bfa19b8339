import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { noTrust, type Trust, window } from './held-by-matter.ts';

const columns = ['matter_code', 'judged', 'first_right', 'sure', 'sure_right'] as const;

interface Row {
  judged: unknown;
  first_right: number;
  sure: number;
  sure_right: number;
}

const asTrust = (row: Row): Trust => ({
  judged: Number(row.judged),
  firstRight: row.first_right,
  sure: row.sure,
  sureRight: row.sure_right,
});

const rows = (ctx: Context) =>
  tablesOf<'auto_dispatch'>(ctx.tx)
    .selectFrom('auto_dispatch.trust')
    .select(columns)
    .where('city_id', '=', ctx.cityId);

export async function trustOf(ctx: Context, matterCode: string): Promise<Trust> {
  const found = await rows(ctx).where('matter_code', '=', matterCode).executeTakeFirst();
  return found ? asTrust(found) : noTrust;
}

export async function trustOfAll(ctx: Context): Promise<Map<string, Trust>> {
  const found = await rows(ctx).execute();
  return new Map(found.map((row) => [row.matter_code, asTrust(row)]));
}

/** Held against another job that judges an order of the same matter: both would take the same place in the ring. */
async function lockTrust(ctx: Context, matterCode: string): Promise<Trust> {
  await tablesOf<'auto_dispatch'>(ctx.tx)
    .insertInto('auto_dispatch.trust')
    .values({ city_id: ctx.cityId, matter_code: matterCode })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await rows(ctx)
    .where('matter_code', '=', matterCode)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return asTrust(row);
}

export interface Judged {
  readonly orderId: string;
  readonly matterCode: string;
  readonly firstRight: boolean;
  readonly isSure: boolean;
  readonly isRight: boolean;
}

/** Takes its place among the last 500; judged anew, it keeps the place as long as it has it. Answers which. */
export async function judge(
  ctx: Context,
  judged: Judged,
  slotBefore: number | null,
): Promise<number | null> {
  const { matterCode, orderId } = judged;
  const trust = await lockTrust(ctx, matterCode);
  const isAgain = slotBefore !== null;
  const slot = isAgain ? slotBefore : trust.judged % window;
  const there = await placeAt(ctx, matterCode, slot);
  // It was judged so long ago that 500 others came since.
  if (isAgain && there?.orderId !== orderId) return null;
  await putAt(ctx, slot, judged);
  const added = sumOf(judged);
  const gone = there ? sumOf(there) : { firstRight: 0, sure: 0, sureRight: 0 };
  await tablesOf<'auto_dispatch'>(ctx.tx)
    .updateTable('auto_dispatch.trust')
    .set({
      judged: trust.judged + (isAgain ? 0 : 1),
      first_right: trust.firstRight + added.firstRight - gone.firstRight,
      sure: trust.sure + added.sure - gone.sure,
      sure_right: trust.sureRight + added.sureRight - gone.sureRight,
    })
    .where('city_id', '=', ctx.cityId)
    .where('matter_code', '=', matterCode)
    .execute();
  return slot;
}

type Marks = Pick<Judged, 'firstRight' | 'isSure' | 'isRight'>;

const sumOf = ({ firstRight, isSure, isRight }: Marks) => ({
  firstRight: Number(firstRight),
  sure: Number(isSure),
  sureRight: Number(isSure && isRight),
});

async function placeAt(
  ctx: Context,
  matterCode: string,
  slot: number,
): Promise<(Marks & { orderId: string }) | null> {
  const row = await tablesOf<'auto_dispatch'>(ctx.tx)
    .selectFrom('auto_dispatch.judged')
    .select(['order_id', 'first_right', 'is_sure', 'is_right'])
    .where('city_id', '=', ctx.cityId)
    .where('matter_code', '=', matterCode)
    .where('slot', '=', slot)
    .executeTakeFirst();
  if (!row) return null;
  return {
    orderId: row.order_id,
    firstRight: row.first_right,
    isSure: row.is_sure,
    isRight: row.is_right,
  };
}

async function putAt(ctx: Context, slot: number, judged: Judged): Promise<void> {
  const columns = {
    order_id: judged.orderId,
    first_right: judged.firstRight,
    is_sure: judged.isSure,
    is_right: judged.isRight,
  };
  await tablesOf<'auto_dispatch'>(ctx.tx)
    .insertInto('auto_dispatch.judged')
    .values({ city_id: ctx.cityId, matter_code: judged.matterCode, slot, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['city_id', 'matter_code', 'slot']).doUpdateSet(columns),
    )
    .execute();
}
