import { isUrgent } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import type { Assignment } from '../dispatch/index.ts';
import { notify } from '../notices/index.ts';
import type { Order } from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';

type ToUnit =
  | 'due-soon'
  | 'overdue-below'
  | 'overdue'
  | 'urged-by-centre'
  | 'supervised-duty'
  | 'supervision-late';

interface Reached {
  order: Order;
  duty: Pick<Assignment, 'id' | 'unit_code' | 'unit_path'>;
  template: ToUnit;
  facts: { due?: string; level?: string };
  /** The next post of its roster as well. */
  alsoNext: boolean;
}

/** 送达: the duty post of a unit, and the next of its roster where that is asked; of 专人专办 no number, only that something waits. */
export async function reach(
  ctx: Context,
  { order, duty, template, facts, alsoNext }: Reached,
): Promise<void> {
  announce(ctx, `unit:${duty.unit_path}`);
  if (isQuiet(order)) return;
  const roster = await organisation.dutyAt(ctx, duty.unit_code, ctx.now);
  const positions = alsoNext && roster.length > 1 ? [1, 2] : [1];
  for (const position of positions) {
    const notice = {
      channel: 'sms',
      to: { kind: 'duty', unitCode: duty.unit_code, position },
      orderId: order.id,
      assignmentId: duty.id,
      urgent: isUrgent(order.urgency),
    } as const;
    if (order.secrecy === 3)
      await notify(ctx, { ...notice, template: 'named-duty-news', facts: {} });
    else
      await notify<ToUnit>(ctx, {
        ...notice,
        template,
        facts: { order_no: order.order_no, due: '', level: '', ...facts },
      });
  }
}

/** A file of orders brings hundreds at once: units find them on their desk. */
const isQuiet = ({ channel, urgency }: Order): boolean => channel === 'import' && urgency !== 'U1';

/** 告知中间各级: that an order below them is supervised, at which level, and whom it reached. */
export async function informAbove(
  ctx: Context,
  order: Order,
  { above, holder, level }: { above: readonly string[]; holder: string; level: string },
): Promise<void> {
  if (order.secrecy === 3 || isQuiet(order)) return;
  const name = (await organisation.unitNames(ctx, [holder])).get(holder) ?? holder;
  for (const unitCode of above)
    await notify(ctx, {
      template: 'supervised-below',
      channel: 'sms',
      to: { kind: 'duty', unitCode, position: 1 },
      orderId: order.id,
      facts: { order_no: order.order_no, holder: name, level },
      urgent: isUrgent(order.urgency),
    });
}
