import type { ZeroHow } from '@minsheng/contract/words/nodes.ts';
import { channels } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';

const question = z.object({
  from: z.string(),
  names: z.array(z.string()),
  aliases: z.array(z.string()),
  things: z.array(z.string()),
  county: z.string(),
});
const coverage = z.object({
  calls: z.number(),
  answered: z.number(),
  withoutOrder: z.number(),
  countyOrders: z.number(),
  notCounted: z.number(),
  byChannel: z.array(z.object({ channel: z.enum(channels), orders: z.number() })),
  isCapped: z.boolean(),
});

export interface ZeroRow {
  readonly id: string;
  readonly watch_id: string;
  readonly made_at: Date;
  readonly until_at: Date;
  readonly is_over: boolean;
  readonly breaks: number;
  readonly question: z.output<typeof question>;
  readonly coverage: z.output<typeof coverage>;
}

export async function insert(ctx: Context, row: Omit<ZeroRow, 'made_at'>): Promise<void> {
  await tablesOf<'nodes'>(ctx.tx)
    .insertInto('nodes.zero')
    .values({
      city_id: ctx.cityId,
      ...row,
      question: jsonb(JSON.parse(JSON.stringify(row.question))),
      coverage: jsonb(JSON.parse(JSON.stringify(row.coverage))),
      made_at: ctx.now,
      made_by: ctx.actor.accountId,
    })
    .execute();
}

export interface ZeroOrder {
  readonly order_id: string;
  readonly how: ZeroHow;
  readonly word: string;
  readonly is_out: boolean;
}

export async function insertOrders(
  ctx: Context,
  zeroId: string,
  rows: readonly ZeroOrder[],
): Promise<void> {
  if (rows.length === 0) return;
  await tablesOf<'nodes'>(ctx.tx)
    .insertInto('nodes.zero_order')
    .values(rows.map((row) => ({ city_id: ctx.cityId, zero_id: zeroId, ...row })))
    .execute();
}

type Raw = Omit<ZeroRow, 'question' | 'coverage'> & { question: unknown; coverage: unknown };

/** The last of each of some watches. */
export async function lastOf(
  ctx: Context,
  watchIds: readonly string[],
): Promise<Map<string, ZeroRow>> {
  if (watchIds.length === 0) return new Map();
  const { rows } = await sql<Raw>`
    select last.*
    from unnest(${[...watchIds]}::uuid[]) as own(id)
    join lateral (
      select id, watch_id, made_at, until_at, is_over, breaks, question, coverage
      from nodes.zero
      where city_id = ${ctx.cityId} and watch_id = own.id
      order by id desc
      limit 1
    ) as last on true`.execute(ctx.tx);
  return new Map(
    rows.map((row) => [
      row.watch_id,
      {
        ...row,
        question: question.parse(row.question),
        coverage: coverage.parse(row.coverage),
      },
    ]),
  );
}

export const ordersOf = (ctx: Context, zeroIds: readonly string[]): Promise<ZeroOrder[]> =>
  zeroIds.length === 0
    ? Promise.resolve([])
    : tablesOf<'nodes'>(ctx.tx)
        .selectFrom('nodes.zero_order')
        .select(['order_id', 'how', 'word', 'is_out'])
        .where('city_id', '=', ctx.cityId)
        .where('zero_id', 'in', [...zeroIds])
        .orderBy('order_id', 'desc')
        .$castTo<ZeroOrder>()
        .execute();
