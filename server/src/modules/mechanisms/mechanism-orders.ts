import type { mechanisms as contract } from '@minsheng/contract';
import type { Mechanism } from '@minsheng/contract/mechanism-data.ts';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { mechanismOf } from './definitions.repo.ts';
import { type HeldOrder, heldOrders } from './facts.repo.ts';
import { differs, partsOf } from './figures.ts';
import { keyOfName } from './name-key.ts';
import { shownValues } from './shown-values.ts';
import { lastYear, spanOf } from './span.ts';

type Asked = InputOf<typeof contract.mechanismOrders>;

const pageSize = 50;

/** 数后工单: every figure opens to its orders, the newest first. */
export async function mechanismOrders(
  ctx: Context,
  asked: Asked,
): Promise<ReplyOf<typeof contract.mechanismOrders>> {
  const mechanism = await mechanismOf(ctx, asked.code);
  const span = asked.by === undefined ? spanOf(ctx, asked) : lastYear(ctx);
  const held = await heldOrders(ctx, asked.code, span.instants);
  const { after } = asked;
  const fitting = partOf(held.orders, asked, mechanism).filter(
    ({ orderId }) => after === undefined || orderId < after,
  );
  const page = fitting.slice(0, pageSize);
  const ids = page.map(({ orderId }) => orderId);
  const visible = await orders.visibleAmong(ctx, ids);
  const rows = await orders.rowsFor(
    ctx,
    ids.filter((id) => visible.has(id)),
  );
  const byId = new Map(page.map((order) => [order.orderId, order]));
  return {
    rows: rows.map((order) => {
      const one = byId.get(order.id);
      return { order, values: one ? shownValues(ctx, mechanism, one, null) : [] };
    }),
    hidden: page.length - rows.length,
    next: fitting.length > pageSize ? (ids.at(-1) ?? null) : null,
  };
}

function partOf(all: readonly HeldOrder[], asked: Asked, mechanism: Mechanism): HeldOrder[] {
  const { part, figure: code, by, name } = asked;
  const named = all.filter(({ values }) => {
    const said = by === undefined ? undefined : values.get(by);
    return by === undefined || keyOfName(String(said ?? '')) === keyOfName(name ?? '');
  });
  switch (part) {
    case 'all':
      return named;
    case 'open':
      return named.filter(({ isOpen }) => isOpen);
    case 'came-back':
      return named.filter(({ cameBack }) => cameBack);
    case 'repeats':
      return named.filter(({ isRepeat }) => isRepeat);
    case 'in':
    case 'out': {
      const figure = mechanism.figures.find((one) => one.code === code);
      refuseUnless(figure, 'mechanisms.no-such-figure');
      const parts = partsOf(figure, named);
      return parts[part].filter((order) => part === 'out' || differs(figure, order));
    }
    default:
      return part satisfies never;
  }
}
