import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

/** 对接事项: one order between us and one peer. */
export interface Case {
  readonly id: string;
  readonly peer: string;
  readonly order_id: string;
  readonly our_no: string;
  readonly their_no: string | null;
  readonly opened_by: string;
  readonly via: readonly string[];
  readonly out_seq: number;
  readonly heard_seq: number;
  readonly opened_at: Date;
  readonly ended_at: Date | null;
}

const columns = [
  'id',
  'peer',
  'order_id',
  'our_no',
  'their_no',
  'opened_by',
  'via',
  'out_seq',
  'heard_seq',
  'opened_at',
  'ended_at',
] as const;

const cases = (ctx: Context) =>
  tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.case')
    .select(columns)
    .where('city_id', '=', ctx.cityId);

export async function casesOfOrder(ctx: Context, orderId: string): Promise<Case[]> {
  return cases(ctx).where('order_id', '=', orderId).orderBy('opened_at').execute();
}

/** Held: two messages of one case must not take one number. */
export async function lockCase(ctx: Context, id: string): Promise<Case> {
  return cases(ctx).where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
}

export async function findCase(ctx: Context, id: string): Promise<Case | null> {
  return (await cases(ctx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** By our number, as the peer names it. */
export async function caseByOurNo(ctx: Context, peer: string, ourNo: string): Promise<Case | null> {
  const found = await cases(ctx)
    .where('peer', '=', peer)
    .where('our_no', '=', ourNo)
    .executeTakeFirst();
  return found ?? null;
}

export interface NewCase {
  readonly peer: string;
  readonly orderId: string;
  readonly ourNo: string;
  readonly theirNo: string | null;
  readonly openedBy: 'us' | 'them';
  readonly via: readonly string[];
  readonly heardSeq: number;
}

/** Opens it, or opens it anew: an order handed over once more goes on with the numbers it has. */
export async function putCase(ctx: Context, made: NewCase): Promise<Case> {
  const row = await tablesOf<'exchange'>(ctx.tx)
    .insertInto('exchange.case')
    .values({
      city_id: ctx.cityId,
      id: ctx.newId(),
      peer: made.peer,
      order_id: made.orderId,
      our_no: made.ourNo,
      their_no: made.theirNo,
      opened_by: made.openedBy,
      via: [...made.via],
      out_seq: 0,
      heard_seq: made.heardSeq,
      opened_at: ctx.now,
      ended_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['city_id', 'order_id', 'peer']).doUpdateSet({
        opened_by: made.openedBy,
        heard_seq: made.heardSeq,
        opened_at: ctx.now,
        ended_at: null,
      }),
    )
    .returning(columns)
    .executeTakeFirstOrThrow();
  return row;
}

export async function changeCase(
  ctx: Context,
  id: string,
  change: {
    their_no?: string;
    out_seq?: number;
    heard_seq?: number;
    ended_at?: Date;
  },
): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .updateTable('exchange.case')
    .set(change)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** How far the messages of one case of the peer's have been applied. */
export interface IncomingLine {
  readonly applied_seq: number;
  readonly case_id: string | null;
}

/** Held: of two messages of one case the second waits for the first. */
export async function lockIncoming(
  ctx: Context,
  peer: string,
  theirNo: string,
): Promise<IncomingLine> {
  await tablesOf<'exchange'>(ctx.tx)
    .insertInto('exchange.incoming')
    .values({ city_id: ctx.cityId, peer, their_no: theirNo, applied_seq: 0, case_id: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.incoming')
    .select(['applied_seq', 'case_id'])
    .where('city_id', '=', ctx.cityId)
    .where('peer', '=', peer)
    .where('their_no', '=', theirNo)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function changeIncoming(
  ctx: Context,
  { peer, theirNo }: { peer: string; theirNo: string },
  change: Partial<IncomingLine>,
): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .updateTable('exchange.incoming')
    .set(change)
    .where('city_id', '=', ctx.cityId)
    .where('peer', '=', peer)
    .where('their_no', '=', theirNo)
    .execute();
}
