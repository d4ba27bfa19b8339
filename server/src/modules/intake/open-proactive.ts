import { isMoreUrgent, type Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import * as issues from '../issues/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { titleOf } from './receive-appeal.ts';

export interface ProactiveOrder {
  readonly matterCode: string;
  readonly areaCode: string;
  readonly title: string;
  readonly content: string;
  readonly address: string;
  readonly urgency: Urgency;
}

/**
 * 主动工单 (M7-2): an order nobody asked for, with the same life as every other. Behind it stands no requester: no row
 * of a person, no query code, no message, no call-back and no rating. U1 is what somebody tells of.
 */
export async function openProactive(
  ctx: Context,
  { urgency, ...wanted }: ProactiveOrder,
): Promise<orders.Order> {
  const [area, matter] = await Promise.all([
    organisation.area(ctx, wanted.areaCode),
    matters.matterInForce(ctx, wanted.matterCode),
  ]);
  const orderId = ctx.newId();
  const issueId = ctx.newId();
  const names = { area, matterCode: matter.code, fields: {} };
  const [order] = await Promise.all([
    orders.openOrder(ctx, {
      ...{ orderId, issueId, status: 'to-dispatch', channel: 'proactive', secrecy: 0 },
      // Whatever the matter is when somebody complains: here nobody does.
      type: 'QZ',
      matterCode: matter.code,
      areaCode: area.code,
      urgency: isMoreUrgent(urgency, 'U2') ? 'U2' : urgency,
      words: {
        title: wanted.title || titleOf(wanted.content),
        content: wanted.content,
        demand: '',
        address: wanted.address,
        subjectName: '',
        fields: {},
      },
      searchNames: await orders.searchNames(ctx, names),
      more: { needs_reply: false, needs_call_back: false, result: 'dispatch' },
      data: { hasNumber: false, needsCallBack: false, result: 'dispatch' },
    }),
    issues.openIssue(ctx, {
      ...{ id: issueId, matterCode: matter.code, areaCode: area.code },
      isAsked: false,
    }),
  ]);
  return order;
}
