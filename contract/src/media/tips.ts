import { z } from 'zod';
import { route } from '../route.ts';
import {
  areaCode,
  contactAsked,
  contactSeen,
  cursor,
  done,
  id,
  instant,
  orderNo,
  page,
  phone,
} from '../shapes.ts';
import { tipBoxes, tipRefusals, tipSources, tipStates } from '../words/media.ts';
import { orderStatuses } from '../words/order.ts';

const count = z.number().int();
const tipParams = z.object({ tipId: id });
const words = z.string().trim().min(10).max(500);

export const enterTip = route({
  method: 'POST',
  path: '/media/tips',
  summary:
    'Write down a tip, comment or clip of a viewer with its source and what the viewer agreed to',
  body: z.object({
    sourceKind: z.enum(tipSources),
    /** 节目、栏目或账号. */
    sourceName: z.string().trim().min(2).max(60),
    /** 来源编号: of the programme, post or comment. */
    sourceRef: z.string().trim().min(1).max(80),
    content: z.string().trim().min(4).max(3000),
    address: z.string().trim().max(200).default(''),
    areaCode: areaCode.optional(),
    receivedAt: instant,
    /** 同意联系、同意出镜或具名, and how it was said. */
    mayContact: z.boolean(),
    mayAppear: z.boolean(),
    consentHow: z.string().trim().min(2).max(200),
    name: z.string().trim().min(1).max(60).optional(),
    phone: phone.optional(),
  }),
  reply: z.object({ tipId: id, no: count, dueAt: instant }),
});

export const tipRow = z.object({
  id,
  no: count,
  source: z.enum(tipSources),
  sourceName: z.string(),
  sourceRef: z.string(),
  content: z.string(),
  address: z.string(),
  receivedAt: instant,
  enteredBy: z.string(),
  enteredAt: instant,
  mayContact: z.boolean(),
  mayAppear: z.boolean(),
  consentHow: z.string(),
  hasContact: z.boolean(),
  /** 到期删除: when the number left us. */
  contactDroppedAt: instant.nullable(),
  state: z.enum(tipStates),
  dueAt: instant,
  isLate: z.boolean(),
  end: z
    .object({
      by: z.string(),
      at: instant,
      words: z.string(),
      refusal: z.enum(tipRefusals).nullable(),
      /** 短信告知反映人; null: nobody could be told. */
      toldAt: instant.nullable(),
      knowledge: z.string().nullable(),
      order: z
        .object({
          id,
          orderNo,
          status: z.enum(orderStatuses),
          isSolved: z.boolean(),
          mayOpen: z.boolean(),
        })
        .nullable(),
    })
    .nullable(),
});

export const listTips = route({
  method: 'GET',
  path: '/media/tips',
  summary: 'Tips of the media desk, and how many have no end yet',
  query: z.object({ box: z.enum(tipBoxes), cursor: cursor.optional() }),
  reply: page(tipRow).extend({
    counts: z.record(z.enum(tipBoxes), count),
    can: z.object({ work: z.boolean() }),
  }),
});

export const readTipContact = route({
  method: 'POST',
  path: '/media/tips/:tipId/contact',
  summary: 'Whom to ask about a tip; every look states its purpose',
  params: tipParams,
  body: contactAsked,
  reply: contactSeen,
});

export const changeConsent = route({
  method: 'POST',
  path: '/media/tips/:tipId/consent',
  summary: 'The viewer agrees to more, or takes an agreement back',
  params: tipParams,
  body: z.object({
    mayContact: z.boolean(),
    mayAppear: z.boolean(),
    consentHow: z.string().trim().min(2).max(200),
    /** Of who agrees now to be asked, where none was kept. */
    name: z.string().trim().min(1).max(60).optional(),
    phone: phone.optional(),
  }),
  reply: done,
});

export const makeOrderOfTip = route({
  method: 'POST',
  path: '/media/tips/:tipId/order',
  summary: 'Turn a tip into an order that an agent accepts (转工单)',
  params: tipParams,
  body: z.object({ words: z.string().trim().max(500).default('') }),
  reply: z.object({ orderId: id, orderNo, isEmergency: z.boolean() }),
});

export const answerTip = route({
  method: 'POST',
  path: '/media/tips/:tipId/answer',
  summary: 'Answer a tip from the knowledge base (答复)',
  params: tipParams,
  body: z.object({ knowledgeCode: z.string().min(1).max(40), words }),
  reply: done,
});

export const refuseTip = route({
  method: 'POST',
  path: '/media/tips/:tipId/refuse',
  summary: 'Say why nothing is made of a tip (不采用)',
  params: tipParams,
  body: z.object({ refusal: z.enum(tipRefusals), words }),
  reply: done,
});
