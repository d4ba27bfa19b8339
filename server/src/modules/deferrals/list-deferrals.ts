import type { deferrals as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { ofOrders } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { ledgerPage } from './ledger.repo.ts';
import { ledgerView } from './ledger-view.ts';
import { requestBrief } from './request-views.ts';
import { openDeferrals } from './requests.repo.ts';

/** 待审批: what waits for a decision, the oldest first. */
export async function listDeferrals(
  ctx: Context,
  { cursor }: InputOf<typeof contract.listDeferrals>,
): Promise<ReplyOf<typeof contract.listDeferrals>> {
  const open = await openDeferrals(ctx, placeOf(cursor));
  const { shown, next } = cutPage(
    open.map((one) => ({ ...one, by: one.asked_at.toISOString(), id: one.order_id })),
  );
  const ids = shown.map(({ order_id }) => order_id);
  const [rows, duties] = await Promise.all([rowsById(ctx, shown), ofOrders(ctx, ids)]);
  return {
    rows: shown.flatMap((one) => {
      const order = rows.get(one.order_id);
      const duty = duties.find(({ id }) => id === one.assignment_id);
      return order ? [{ order, request: requestBrief(one, duty) }] : [];
    }),
    next,
    shownCap: pageRows,
  };
}

/** 挂账台账, the longest parked first. */
export async function listLedger(
  ctx: Context,
  { state = 'open', cursor }: InputOf<typeof contract.listLedger>,
): Promise<ReplyOf<typeof contract.listLedger>> {
  const read = await ledgerPage(ctx, { state, after: placeOf(cursor), most: pageRows + 1 });
  const { shown, next } = cutPage(
    read.map((one) => ({ ...one, by: one.parked_at.toISOString(), id: one.order_id })),
  );
  const [rows, units] = await Promise.all([
    rowsById(ctx, shown),
    organisation.unitsIfKnown(ctx, [...new Set(shown.map(({ unit_code }) => unit_code))]),
  ]);
  return {
    rows: shown.flatMap((one) => {
      const order = rows.get(one.order_id);
      return order ? [{ order, ledger: ledgerView(one, units) }] : [];
    }),
    next,
    shownCap: pageRows,
  };
}

/** As this person may read them; what they do not see is not among them. */
export async function rowsById(
  ctx: Context,
  of: readonly { order_id: string }[],
): Promise<Map<string, orders.OrderRow>> {
  const ids = of.map(({ order_id }) => order_id);
  const seen = await orders.visibleAmong(ctx, ids);
  const rows = await orders.rowsFor(
    ctx,
    ids.filter((id) => seen.has(id)),
  );
  return new Map(rows.map((row) => [row.id, row]));
}
