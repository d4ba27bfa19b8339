import type { retention as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { idOf, pageRows } from '../../platform/keyset.ts';
import { accountNames } from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import { pageOfHolds } from './holds.repo.ts';
import { mayHold, mayLift } from './policy.ts';

type View = ReplyOf<typeof contract.listHolds>;

/** 冻结台账. The numbers of orders only: never who is held. */
export async function listHolds(
  ctx: Context,
  { state, cursor }: InputOf<typeof contract.listHolds>,
): Promise<View> {
  const isStanding = state === 'standing';
  const read = await pageOfHolds(ctx, { isStanding, before: idOf(cursor) });
  const shown = read.slice(0, pageRows);
  const [numbers, names] = await Promise.all([
    orders.numbersOf(
      ctx,
      shown.map(({ order_id }) => order_id),
    ),
    accountNames(
      ctx,
      shown.flatMap(({ set_by, lifted_by }) => [set_by, lifted_by]),
    ),
  ]);
  const nameOf = (id: string | null) => names.get(id ?? '') ?? '';
  return {
    rows: shown.map((hold) => ({
      id: hold.id,
      target: hold.target,
      orderId: hold.order_id,
      orderNo: numbers.get(hold.order_id) ?? '',
      ground: hold.ground,
      reason: hold.reason,
      fromWhom: hold.from_whom,
      untilOn: hold.until_on,
      setBy: nameOf(hold.set_by),
      setAt: hold.set_at.toISOString(),
      lifted:
        hold.lifted_at === null
          ? null
          : {
              by: nameOf(hold.lifted_by),
              at: hold.lifted_at.toISOString(),
              reason: hold.lift_reason ?? '',
            },
      can: { lift: mayLift(ctx.actor, hold).allowed },
    })),
    next: read.length > pageRows ? (shown.at(-1)?.id ?? null) : null,
    shownCap: pageRows,
    can: { set: mayHold(ctx.actor).allowed },
  };
}
