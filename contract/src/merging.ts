import { z } from 'zod';
import { route } from './route.ts';
import { done, id, instant } from './shapes.ts';
import { orderStatuses, secrecyLevels } from './words/order.ts';

/** More are no longer looked at one by one. */
export const mostMembers = 100;

const reason = z.string().trim().min(2).max(500);
const orderParams = z.object({ orderId: id });

export const mergeOrders = route({
  method: 'POST',
  path: '/merging/:orderId/members',
  summary:
    'Handle these orders with this one (并单), all or none; every person keeps number, answer and rating',
  params: orderParams,
  body: z.object({ orderIds: z.array(id).min(1).max(mostMembers), reason }),
  reply: z.object({ merged: z.int() }),
});

export const unmergeOrder = route({
  method: 'POST',
  path: '/merging/:orderId/unmerge',
  summary: 'Take this order out again; it goes back where it stood, with the time that was left',
  params: orderParams,
  body: z.object({ reason }),
  reply: done,
});

export const readMerging = route({
  method: 'GET',
  path: '/merging/:orderId',
  summary:
    'What this order is handled with, or which are handled with it; of those one may not read only how many',
  params: orderParams,
  reply: z.object({
    master: z.object({ orderId: id, orderNo: z.string() }).nullable(),
    /** All that are handled with it now, or were answered with it. */
    members: z.int(),
    /** People behind it and them. */
    people: z.int(),
    rows: z.array(
      z.object({
        orderId: id,
        orderNo: z.string(),
        title: z.string(),
        status: z.enum(orderStatuses),
        secrecy: z.literal([...secrecyLevels]),
        mergedAt: instant,
      }),
    ),
    /** Others of the same thing that may be handled with it as well. */
    mayMerge: z.boolean(),
    mayUnmerge: z.boolean(),
  }),
});

export const mergingRefusals = {
  'merging.itself': [422, '一件工单不能并入自己,请另选主办工单。'],
  'merging.urgent': [409, '工单 {orderNo} 是紧急诉求,要单独派单、单独处置,不能并单。'],
  'merging.other-county': [409, '工单 {orderNo} 在另一个县区,由当地办理,不能并入这件工单。'],
  'merging.named-readers': [409, '工单 {orderNo} 是专人专办,不能与其他工单一并办理。'],
  'merging.master-secret': [
    409,
    '主办工单要求保密或属于举报,它的答复不能发给别人。请选一件公开的工单作主办。',
  ],
  'merging.master-over': [
    409,
    '主办工单“{status}”,不能再并入。请选一件尚未提交答复的工单,或者关联到同一事项后分别派单。',
  ],
  'merging.has-members': [409, '工单 {orderNo} 自己已并有其他工单,请先拆出,或者以它作主办工单。'],
  'merging.redone': [409, '工单 {orderNo} 是重办的工单,由原承办单位办到底,不能并单。'],
  'merging.names-person': [
    422,
    '这份答复也要发给并入的 {members} 位诉求人,请先去掉其中的个人信息:{found}。',
  ],
  'merging.report-master': [409, '这件工单是与 {orderNo} 一并办理的,请在那件工单上登记。'],
} as const;
