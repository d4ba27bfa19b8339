import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** What the media desk is shown of an order: where it stands, no words and no person. */
export interface OrderResult {
  readonly id: string;
  readonly orderNo: string;
  readonly status: OrderStatus;
  readonly secrecy: number;
  readonly isSolved: boolean;
  readonly closedAt: Date | null;
}

const notAccepted: readonly OrderStatus[] = ['to-accept', 'disposed', 'withdrawn'];

/** 已受理: an agent took it, and it was neither guided elsewhere nor taken back. */
export const isAccepted = ({ status }: Pick<OrderResult, 'status'>): boolean =>
  !notAccepted.includes(status);

export async function resultsOf(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, OrderResult>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<OrderResult>`
    select id, order_no as "orderNo", status, secrecy, 
      coalesce(closed_at, case when status = 'answered' then status_since end) as "closedAt",
      coalesce(close_kind = 'solved', false) or status = 'answered' as "isSolved"
    from orders.order
    where city_id = ${ctx.cityId} and id = any (${[...ids]}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
}
