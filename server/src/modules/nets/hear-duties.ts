import { z } from 'zod';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf, news, on } from '../../platform/events.ts';
import { aheadOfOthers, enqueue, handle, handleApart, job } from '../../platform/jobs.ts';
import { transact } from '../../platform/transact.ts';
import { type Assignment, one, openBelow } from '../dispatch/index.ts';
import {
  casesOfOrder,
  isOpenCase,
  openCase,
  type Peer,
  peerOf,
  queueMessage,
} from '../exchange/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { formOf, isTheirs, pathOf, platformOf } from './county-duty.ts';
import { handedOf, keepHanded } from './handed.repo.ts';
import { askedAnew } from './open311/ask-anew.ts';
import { open311Adapter } from './open311/look-after.ts';
import { mayLeave } from './open311/what-leaves.ts';
import { text } from './text.ts';

const handDown = job('nets:hand-down', news);
on('dispatch.assigned', handDown);
aheadOfOthers(handDown);

/** 下派到县级平台 (M8-3): a duty of a county unit is an order in its own system, with its due time; nobody types it again. */
handle(handDown, async (ctx, { id, data }) => {
  if (typeof data.assignment === 'string') await handDuty(ctx, id, data.assignment);
});

/** Once, however often it is asked. */
async function handDuty(ctx: Context, orderId: string, assignmentId: string): Promise<void> {
  const order = await orders.lock(ctx, orderId);
  const duty = await one(ctx, orderId, assignmentId);
  // 专人专办 does not leave the system: named persons read it here.
  if (!isTheirs(duty) || duty.readers !== null) return;
  const peer = await platformOf(ctx, duty);
  // 公开接口: what must not leave by it is worked at the unit's desk here.
  if (peer?.adapter === open311Adapter && !(await mayLeave(ctx, order))) return;
  if (peer && (await keepHanded(ctx, duty, peer.code))) await handOver(ctx, peer, { order, duty });
}

const missed = job('nets:hand-down-missed', z.object({ peer: z.string() }));
const mostAtOnce = 50;

/** 恢复对接: what its units were given while the system was switched off goes over now. */
export function handMissed(ctx: Context, { code: peer }: Peer): void {
  enqueue(ctx, missed, { peer });
}

handleApart(missed, async (runtime, { peer: code }) => {
  let after: string | null = null;
  do {
    const page = await transact(runtime, systemActor, (ctx) => missedBy(ctx, code, after));
    for (const { order_id, id } of page.duties)
      await transact(runtime, systemActor, (ctx) => handDuty(ctx, order_id, id));
    after = page.next;
  } while (after !== null);
});

/** What has not been begun at a desk here, and came since the system is known. */
async function missedBy(ctx: Context, code: string, after: string | null) {
  const peer = await peerOf(ctx, code);
  const path = peer?.isOn ? await pathOf(ctx, peer) : null;
  if (!peer || path === null) return { duties: [], next: null };
  const open = await openBelow(ctx, path, { since: peer.madeAt, after, limit: mostAtOnce });
  const handed = await handedOf(ctx, open);
  return {
    duties: open.filter(({ id }) => !handed.has(id)),
    next: open.length === mostAtOnce ? (open.at(-1)?.id ?? null) : null,
  };
}

async function handOver(
  ctx: Context,
  peer: Peer,
  { order, duty }: { order: orders.Order; duty: Assignment },
): Promise<void> {
  const known = (await casesOfOrder(ctx, order.id)).find((one) => one.peer === peer.code);
  // They sent it to us: handing it back would turn in a circle.
  if (known?.opened_by === 'them') return;
  if (known && (await isOpenCase(ctx, known))) {
    if (peer.adapter === open311Adapter && duty.round > 0) {
      await queueMessage(ctx, known.id, await askedAnew(ctx, known, await againWords(ctx, duty)));
      return;
    }
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
