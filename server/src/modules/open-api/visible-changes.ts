import type { openApi as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { visibleAmong } from '../orders/index.ts';
import { type DutyFacts, dutyFacts, orderFacts, type Told } from './changes.repo.ts';

export interface Change extends Told {
  readonly order_no: string;
  readonly unit_code: string | null;
  readonly is_own: boolean;
}

/**
 * Of orders the account sees everything; of its own duties to the last also what took one away, though it sees the order
 * no more.
 */
export async function visibleOf(ctx: Context, told: readonly Told[]): Promise<Change[]> {
  const ids = [...new Set(told.map(({ order_id }) => order_id))];
  const [seen, orders, duties] = await Promise.all([
    visibleAmong(ctx, ids),
    orderFacts(ctx, ids),
    dutyFacts(ctx, told),
  ]);
  return told.flatMap((each) => {
    const order = orders.get(each.order_id);
    const duty = each.assignment_id === null ? undefined : duties.get(each.assignment_id);
    const is_own = duty !== undefined && reaches(ctx.actor, duty);
    if (!order || !(seen.has(order.id) || (is_own && order.secrecy < 3))) return [];
    return [{ ...each, order_no: order.order_no, unit_code: duty?.unit_code ?? null, is_own }];
  });
}

const reaches = ({ unitPath }: Actor, { unit_path }: DutyFacts): boolean =>
  unitPath !== null && `${unit_path}/`.startsWith(`${unitPath}/`);

/** What is told of one, in the feed and by hooks alike. */
export const rowOf = (change: Change): Row => ({
  seq: change.seq,
  at: change.at.toISOString(),
  kind: change.kind,
  orderId: change.order_id,
  orderNo: change.order_no,
  assignmentId: change.assignment_id,
  unitCode: change.unit_code,
  isOwn: change.is_own,
});
type Row = ReplyOf<typeof contract.readChanges>['rows'][number];
