import { z } from 'zod';
import { route } from './route.ts';
import { done, id, instant } from './shapes.ts';

const sent = z.object({
  rows: z.array(
    z.object({
      id,
      code: z.string(),
      title: z.string(),
      sentBy: z.string(),
      sentAt: instant,
      /** 首次打开; null while nobody did. */
      openedAt: instant.nullable(),
      opens: z.number().int(),
      /** 链接已失效. */
      isOver: z.boolean(),
    }),
  ),
  shownCap: z.number().int(),
  can: z.object({ send: z.boolean() }),
});

export const sendHandout = route({
  method: 'POST',
  path: '/handouts',
  summary: 'Send a public answer to the caller, as a link in a short message',
  body: z.object({
    code: z.string().max(40),
    /** Of this order, or of the call one has. */
    orderId: id.optional(),
    callId: id.optional(),
  }),
  reply: done,
});

export const ofCall = route({
  method: 'GET',
  path: '/calls/:callId/handouts',
  summary: 'Answers sent by link during a call one has',
  params: z.object({ callId: id }),
  reply: sent,
});

export const ofOrder = route({
  method: 'GET',
  path: '/orders/:orderId/handouts',
  summary:
    'Answers sent by link about an order and in the call it came from, and whether they were opened',
  params: z.object({ orderId: id }),
  reply: sent,
});

export const handoutRefusals = {
  'handouts.whom': [422, '请说明发给哪件工单或哪次通话的来电人。'],
  'handouts.no-number': [422, '没有留下电话,短信发不出去。'],
  'handouts.sent-already': [409, '这条答复一小时内已经发过。'],
  'handouts.too-many': [409, '一次通话或一件工单一天最多发 {limit} 条答复链接。'],
  'handouts.no-such-link': [404, '没有找到这个链接,请核对短信里的地址。'],
  'handouts.link-over': [410, '这个链接已经过期。如还需要,请拨打12345。'],
  'handouts.no-such-form': [404, '没有找到这份表单。'],
} as const;
