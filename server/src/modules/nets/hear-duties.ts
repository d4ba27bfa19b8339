import type { Context } from '../../platform/context.ts';
import { historyOf, news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { type Assignment, one } from '../dispatch/index.ts';
import {
  casesOfOrder,
  isOpenCase,
  openCase,
  type Peer,
  queueMessage,
  transferOf,
} from '../exchange/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { isTheirs, platformOf } from './county-duty.ts';
import { text } from './text.ts';

const handDown = job('nets:hand-down', news);
on('dispatch.assigned', handDown);

/** 下派到县级平台 (M8-3): a duty of a county unit is an order in its own system, with its due time; nobody types it again. */
handle(handDown, async (ctx, { id, data }) => {
  if (typeof data.assignment !== 'string') return;
  const duty = await one(ctx, id, data.assignment);
  // 专人专办 does not leave the system: named persons read it here.
  if (!isTheirs(duty) || duty.readers !== null) return;
  const peer = await platformOf(ctx, duty);
  if (peer) await handOver(ctx, peer, duty);
});

async function handOver(ctx: Context, peer: Peer, duty: Assignment): Promise<void> {
  const order = await orders.lock(ctx, duty.order_id);
  const known = (await casesOfOrder(ctx, order.id)).find((one) => one.peer === peer.code);
  // They sent it to us: handing it back would turn in a circle.
  if (known?.opened_by === 'them') return;
  if (known && (await isOpenCase(ctx, known))) {
    const unit = (await organisation.unitNames(ctx, [duty.unit_code])).get(duty.unit_code);
    const words = text.alsoDuty(unit ?? duty.unit_code);
    await queueMessage(ctx, known.id, { kind: 'supplement', body: { words } });
    return;
  }
  const history = await historyOf(ctx, { kind: 'order', id: order.id });
  const about =
    known ??
    (await openCase(ctx, {
      peer: peer.code,
      orderId: order.id,
      orderNo: order.order_no,
      heardSeq: history.at(-1)?.seq ?? 0,
    }));
  const body = await transferOf(ctx, order, duty.role === 'lead' ? 'push' : 'together');
  await queueMessage(ctx, about.id, {
    kind: 'transfer',
    body: { ...body, ...(duty.due_at && { dueAt: duty.due_at.toISOString() }) },
  });
}
