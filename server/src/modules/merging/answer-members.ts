import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { enqueue, handle, job } from '../../platform/jobs.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import { personalWordsIn } from '../redaction/index.ts';
import { countMembers, end, membersAtOnce, openAfter, openOf } from './members.repo.ts';

const answerMember = job(
  'merging:answer-member',
  z.object({ orderId: z.uuid(), masterId: z.uuid(), answerNo: z.int() }),
);

const answerNext = job(
  'merging:answer-next',
  z.object({ masterId: z.uuid(), answerNo: z.int(), after: z.uuid().nullable() }),
);

/**
 * 一并答复: the approved answer of an order goes to everybody whose order is handled with it. It is the public answer
 * and names nobody, which is asked before it leaves: what is right to tell one person may be a secret from the next.
 */
export async function answerMembers(
  ctx: Context,
  master: orders.Order,
  answer: { no: number; content: string },
): Promise<void> {
  const { open } = await countMembers(ctx, master.id);
  if (open === 0) return;
  const found = await personalWordsIn(ctx, master.id, [answer.content]);
  refuseUnless(found.length === 0, 'merging.names-person', {
    members: open,
    found: [...new Set(found)].join('、'),
  });
  enqueue(ctx, answerNext, { masterId: master.id, answerNo: answer.no, after: null });
}

handle(answerNext, async (ctx, { masterId, answerNo, after }) => {
  const ids = await openAfter(ctx, masterId, { after, most: membersAtOnce });
  for (const orderId of ids) enqueue(ctx, answerMember, { orderId, masterId, answerNo });
  const last = ids.at(-1);
  if (last && ids.length === membersAtOnce)
    enqueue(ctx, answerNext, { masterId, answerNo, after: last });
});

handle(answerMember, async (ctx, { orderId, masterId, answerNo }) => {
  const order = await orders.lock(ctx, orderId);
  const member = await openOf(ctx, orderId);
  if (order.status !== 'merged' || member?.master_id !== masterId) return;
  const [master, texts] = await Promise.all([
    orders.find(ctx, masterId),
    orders.textsOf(ctx, masterId),
  ]);
  const answer = texts.find(({ no }) => no === answerNo)?.content;
  if (!master || answer === undefined) return;

  const words = await orders.addText(ctx, orderId, { kind: 'answer', content: answer });
  await end(ctx, member, 'answered');
  await orders.advance(ctx, order, 'answer-merged', {
    // Whoever answered is who redoes it, should this requester say it is not solved.
    set: { replied_at: ctx.now, lead_unit: master.lead_unit, lead_path: master.lead_path },
    data: {
      master: masterId,
      lead: master.lead_unit,
      path: master.lead_path,
      answer: words.no,
      digest: words.digest,
    },
  });
  if (!order.needs_reply) return;
  await notify(ctx, {
    template: 'replied',
    channel: 'sms',
    to: { kind: 'requester', orderId },
    orderId,
    facts: { order_no: order.order_no, answer, link: '/c/' },
    urgent: false,
  });
});
