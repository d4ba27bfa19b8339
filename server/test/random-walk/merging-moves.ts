import { ofOrder } from '../../src/modules/dispatch/index.ts';
import { send } from '../../src/modules/dispatch/send.ts';
import { approveReply } from '../../src/modules/handling/review.ts';
import { sign } from '../../src/modules/handling/sign.ts';
import { submit } from '../../src/modules/handling/submit.ts';
import { withdrawFor } from '../../src/modules/intake/for-requester.ts';
import { receiveAppeal } from '../../src/modules/intake/index.ts';
import { mergeOrders } from '../../src/modules/merging/merge-orders.ts';
import { unmergeOrder } from '../../src/modules/merging/unmerge-order.ts';
import * as orders from '../../src/modules/orders/index.ts';
import { answered, NothingToDo } from './unit-moves.ts';
import type { Walk } from './walk.ts';

const reason = '试走一步';

/** Somebody else who tells of the same thing. */
async function another({ kit, orderId, matterCode }: Walk): Promise<string> {
  const told = await orders.find(kit.ctx, orderId);
  const { order } = await kit.system.do(receiveAppeal, {
    status: 'to-dispatch',
    channel: 'web',
    type: 'QZ',
    matterCode,
    areaCode: told?.area_code ?? '',
    urgency: 'U3',
    secrecy: 0,
    anonymous: true,
    content: '试走的另一位诉求人也反映这件事。',
    address: '',
    requester: { kind: 'person', isSelf: true, tags: [] },
    fileIds: [],
  });
  return order.id;
}

async function masterOf({ kit, orderId }: Walk): Promise<string> {
  const order = await orders.find(kit.ctx, orderId);
  if (order?.status !== 'merged' || order.merged_into === null) throw new NothingToDo();
  return order.merged_into;
}

/** 并单: as the one that goes with another, and as the one others come to. */
export const mergingMoves = {
  merge: async (walk: Walk) => {
    const into = await another(walk);
    return walk.centre('dispatcher').do(mergeOrders, {
      orderId: into,
      orderIds: [walk.orderId],
      reason,
    });
  },
  'take-in': async (walk: Walk) => {
    const coming = await another(walk);
    return walk.centre('dispatcher').do(mergeOrders, {
      orderId: walk.orderId,
      orderIds: [coming],
      reason,
    });
  },
  unmerge: ({ centre, orderId }: Walk) =>
    centre('dispatcher').do(unmergeOrder, { orderId, reason }),
  'master-withdrawn': async (walk: Walk) => {
    const orderId = await masterOf(walk);
    await walk.centre('agent').do(withdrawFor, { orderId, reason: '' });
    await walk.kit.drain();
  },
  'master-answered': async (walk: Walk) => {
    const orderId = await masterOf(walk);
    const to = { lead: '350600.zjj', assists: [], linkage: [], copies: [], note: '' };
    await walk.centre('dispatcher').do(send, { orderId, ...to });
    const duty = (await ofOrder(walk.kit.ctx, orderId)).find(({ role }) => role === 'lead');
    if (!duty) throw new NothingToDo();
    const key = { orderId, assignmentId: duty.id };
    const who = walk.holder(duty, 'liaison');
    await who.do(sign, key);
    await who.do(submit, { ...key, ...answered() });
    await walk.centre('reviewer').do(approveReply, { orderId });
    await walk.kit.drain();
  },
} as const;
