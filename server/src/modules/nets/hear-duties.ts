import type { Context } from '../../platform/context.ts';
import { historyOf, news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { type Assignment, one } from '../dispatch/index.ts';
import { casesOfOrder, isOpenCase, openCase, type Peer, queueMessage } from '../exchange/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { formOf, isTheirs, platformOf } from './county-duty.ts';
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
    const words = duty.round > 0 ? await againWords(ctx, duty) : await alsoWords(ctx, duty);
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
  const mode = duty.role === 'lead' ? 'push' : 'together';
  const body = await formOf(ctx, order, { duty, mode });
  await queueMessage(ctx, about.id, { kind: 'transfer', body });
}

async function alsoWords(ctx: Context, { unit_code: code }: Assignment): Promise<string> {
  return text.alsoDuty((await organisation.unitNames(ctx, [code])).get(code) ?? code);
}

/** 重办: what they had answered did not do; why, and until when. */
async function againWords(ctx: Context, duty: Assignment): Promise<string> {
  const texts = await orders.textsOf(ctx, duty.order_id);
  const why = texts.find(({ no }) => no === duty.note_no)?.content ?? '';
  const by = duty.due_at && organisation.cityHour(duty.due_at, ctx.city.zone);
  return text.again(why, by && `${by.on} ${by.time}`).slice(0, 4000);
}
