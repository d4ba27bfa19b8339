import type { foresight as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { idOf } from './list-signals.ts';
import { type ProactiveRow, proactiveOf, proactiveRows } from './proactive.repo.ts';

const shownCap = 50;
type Reply = ReplyOf<typeof contract.listProactive>;

export async function listProactive(
  ctx: Context,
  { cursor }: InputOf<typeof contract.listProactive>,
): Promise<Reply> {
  const before = cursor === undefined ? null : idOf(cursor);
  const read = await proactiveRows(ctx, { forecastId: null, before, most: shownCap + 1 });
  const shown = read.slice(0, shownCap);
  return {
    rows: await proactiveViews(ctx, shown),
    next: read.length > shownCap ? (shown.at(-1)?.order_id ?? null) : null,
    shownCap,
  };
}

export async function proactiveViews(
  ctx: Context,
  rows: readonly ProactiveRow[],
): Promise<Reply['rows']> {
  const [names, matterNames, areas] = await Promise.all([
    accountNames(
      ctx,
      rows.map(({ opened_by }) => opened_by),
    ),
    matters.matterNames(ctx, [...new Set(rows.map(({ matter_code }) => matter_code))]),
    organisation.areaNames(ctx, [...new Set(rows.map(({ area_code }) => area_code))]),
  ]);
  return rows.map((row) => ({
    ...{ orderId: row.order_id, orderNo: row.order_no, title: row.title, status: row.status },
    areaName: areas.get(row.area_code) ?? ctx.city.name,
    matterName: matterNames.get(row.matter_code) ?? row.matter_code,
    ...{ trigger: row.trigger, basis: row.basis, openedAt: row.opened_at.toISOString() },
    openedBy: names.get(row.opened_by ?? '') ?? '',
  }));
}

/** 主动工单的依据, for whoever may see the order. */
export async function ofOrder(
  ctx: Context,
  { orderId }: InputOf<typeof contract.ofOrder>,
): Promise<ReplyOf<typeof contract.ofOrder>> {
  await orders.findVisible(ctx, orderId);
  const row = await proactiveOf(ctx, orderId);
  if (row === null) return { proactive: null };
  const names = await accountNames(ctx, [row.opened_by]);
  return {
    proactive: {
      ...{ trigger: row.trigger, basis: row.basis, openedAt: row.opened_at.toISOString() },
      openedBy: names.get(row.opened_by ?? '') ?? '',
      ...{ forecastId: row.forecast_id, signalId: row.signal_id },
    },
  };
}
