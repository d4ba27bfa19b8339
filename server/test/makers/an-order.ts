import type { Channel } from '@minsheng/contract/words/order.ts';
import { inventedPhoneOf } from '../../src/demo/invented.ts';
import { attempt } from '../../src/modules/call-back/attempt.ts';
import { close } from '../../src/modules/call-back/close.ts';
import { dispatchOrder, ofOrder } from '../../src/modules/dispatch/index.ts';
import { send } from '../../src/modules/dispatch/send.ts';
import { contact } from '../../src/modules/handling/contact.ts';
import { approveReply } from '../../src/modules/handling/review.ts';
import { sign } from '../../src/modules/handling/sign.ts';
import { submit } from '../../src/modules/handling/submit.ts';
import { type Appeal, type Received, receiveAppeal } from '../../src/modules/intake/index.ts';
import * as orders from '../../src/modules/orders/index.ts';
import type { Kit } from '../../src/platform/testing/in-city.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const reply = {
  isTrue: 'not-true' as const,
  isSolved: 'solved' as const,
  unsolvedReason: '',
  process: '到现场查看,路灯已正常亮灯。',
  publicAnswer: '您好,路灯已恢复照明,感谢您的反映。',
  basis: '',
  measures: [],
  assetChanges: [],
  evidence: [],
};
const well = {
  contacted: true,
  solved: 'solved' as const,
  processRating: 'satisfied' as const,
  resultRating: 'satisfied' as const,
  reason: '',
  reasonClass: null,
};

const street = '350602001000';

/** An order in a state, made by the real use cases. The matter is a broken street lamp unless said otherwise. */
export function anOrder(kit: Kit) {
  async function received(
    status: Appeal['status'],
    differences: Partial<Appeal>,
  ): Promise<Received> {
    return kit.system.do(receiveAppeal, {
      status,
      channel: 'phone' as Channel,
      type: 'QZ',
      matterCode: '010105',
      areaCode: street,
      urgency: 'U3',
      secrecy: 0,
      anonymous: false,
      content: '路口的路灯坏了三天,晚上很暗。',
      address: '胜利路口',
      requester: { kind: 'person', isSelf: true, tags: [], phone: inventedPhoneOf('an order') },
      fileIds: [],
      ...differences,
    });
  }
  const waiting = async (differences: Partial<Appeal> = {}) =>
    (await received('to-accept', { channel: 'web', ...differences })).order;
  const toDispatch = async (differences: Partial<Appeal> = {}) =>
    (await received('to-dispatch', differences)).order;

  async function inProgress(
    differences: Partial<Appeal> & {
      lead?: string;
      linkage?: string[];
      sentBy?: Kit['system'];
    } = {},
  ) {
    const { lead = '350600.zjj', linkage = [], sentBy, ...appeal } = differences;
    const { order, queryCode } = await received('to-dispatch', appeal);
    const to = { lead, assists: [], linkage, copies: [], note: '' };
    if (sentBy) await sentBy.do(send, { orderId: order.id, ...to });
    else await kit.system.do((ctx, { id }) => sendHeld(ctx, id, lead, linkage), { id: order.id });
    const duties = await ofOrder(kit.ctx, order.id);
    return {
      orderId: order.id,
      assignmentId: duties.find(({ role }) => role === 'lead')?.id ?? '',
      duties,
      byCode: { orderNo: order.order_no, code: queryCode },
    };
  }
  /** Signed, contacted, handed in and reviewed. */
  async function forCallBack(
    differences: Partial<Appeal> & { sentBy?: Kit['system'] } = {},
  ): Promise<string> {
    const key = await inProgress(differences);
    const handler = kit.as('handler', bureau);
    await handler.do(sign, key);
    await handler.do(contact, { ...key, reached: true, note: '' });
    await handler.do(submit, { ...key, ...reply });
    await kit.as('reviewer').do(approveReply, { orderId: key.orderId });
    return key.orderId;
  }
  /** Asked about and solved. */
  async function closed(differences: Parameters<typeof forCallBack>[0] = {}): Promise<string> {
    const orderId = await forCallBack(differences);
    const caller = kit.as('call-back-agent');
    await caller.do(attempt, { orderId, reached: true, answers: well });
    await caller.do(close, { orderId, as: 'solved', note: '' });
    return orderId;
  }
  return { waiting, toDispatch, inProgress, forCallBack, closed };
}

async function sendHeld(ctx: Kit['ctx'], orderId: string, lead: string, linkage: string[]) {
  const order = await orders.lock(ctx, orderId);
  return dispatchOrder(ctx, order, { lead, assists: [], linkage, copies: [], note: '' });
}
