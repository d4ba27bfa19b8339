import { z } from 'zod';
import { mostSentTogether } from './dispatch.ts';
import { route } from './route.ts';
import { areaCode, done, id, instant, orderNo, unitBrief, unitCode } from './shapes.ts';
import { emergencyKinds, guestStates, massResults } from './words/emergency.ts';
import { orderStatuses, urgencies } from './words/order.ts';

const modeParams = z.object({ modeId: id });
const guestParams = z.object({ guestId: id });
const name = z.string().trim().min(2).max(60);
const reason = z.string().trim().min(4).max(500);
const groupCode = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
const groupUnits = z.array(unitCode).min(1).max(40);

const group = z.object({
  code: groupCode,
  name: z.string(),
  kind: z.enum(emergencyKinds),
  /** Who is reached there now, by the duty roster: the post, never the number. */
  units: z.array(unitBrief.extend({ duty: z.array(z.string()) })),
  /** 预置: as the city's data has it; nobody changed it on the page. */
  isPrepared: z.boolean(),
  changed: z.object({ by: z.string(), at: instant }).nullable(),
});

export const listGroups = route({
  method: 'GET',
  path: '/emergency/groups',
  summary: 'Prepared linkage groups with their duty posts, and the departments the 110 law names',
  reply: z.object({
    rows: z.array(group),
    /** 法定联动单位: what a new group begins with. */
    byLaw: z.array(unitBrief),
    can: z.object({ lead: z.boolean() }),
  }),
});

export const saveGroup = route({
  method: 'POST',
  path: '/emergency/groups/:code',
  summary: 'Make a linkage group or change one',
  params: z.object({ code: groupCode }),
  body: z.object({ name, kind: z.enum(emergencyKinds), units: groupUnits }),
  reply: done,
});

const mode = z.object({
  id,
  name: z.string(),
  kind: z.enum(emergencyKinds),
  reason: z.string(),
  areaCode,
  areaName: z.string(),
  units: z.array(unitBrief),
  /** What the live board follows. */
  unitPaths: z.array(z.string()),
  responseMinutes: z.int(),
  openedAt: instant,
  openedBy: z.string(),
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
  summary: z.string().nullable(),
});

export const listModes = route({
  method: 'GET',
  path: '/emergency/modes',
  summary: 'Emergency modes, those that run first',
  reply: z.object({
    rows: z.array(mode),
    shownCap: z.int(),
    can: z.object({ lead: z.boolean() }),
  }),
});

export const openMode = route({
  method: 'POST',
  path: '/emergency/modes',
  summary: 'Open emergency mode: why, where, with which group (启用应急联动)',
  body: z.object({ name, reason, areaCode, groupCode }),
  reply: z.object({ modeId: id }),
});

export const endMode = route({
  method: 'POST',
  path: '/emergency/modes/:modeId/end',
  summary: 'End emergency mode with a summary; help from other centres ends with it',
  params: modeParams,
  body: z.object({ summary: z.string().trim().min(10).max(2000) }),
  reply: done,
});

const sums = z.object({
  sent: z.int(),
  signed: z.int(),
  responded: z.int(),
  overdue: z.int(),
  done: z.int(),
});

/** 态势板. */
export const readBoard = route({
  method: 'GET',
  path: '/emergency/modes/:modeId/board',
  summary: 'Situation board: by unit and area what was sent, signed, responded to, overdue',
  params: modeParams,
  reply: z.object({
    mode,
    orders: z.int(),
    refused: z.int(),
    units: z.array(sums.extend({ unit: unitBrief, oldestOpenAt: instant.nullable() })),
    areas: z.array(z.object({ areaName: z.string(), orders: z.int(), open: z.int() })),
    events: z.array(
      z.object({
        orderId: id,
        orderNo,
        at: instant,
        result: z.enum(massResults),
        title: z.string(),
        status: z.enum(orderStatuses),
        /** Why it was refused, as the person was told. */
        why: z.string().nullable(),
      }),
    ),
    can: z.object({ send: z.boolean(), end: z.boolean(), guests: z.boolean() }),
  }),
});

/** 一次最多列出. */
export const mostCandidates = 300;

export const listCandidates = route({
  method: 'GET',
  path: '/emergency/modes/:modeId/candidates',
  summary: 'Urgent orders of the mode’s area since it began that were not yet sent in it',
  params: modeParams,
  query: z.object({
    areaCode: areaCode.optional(),
    /** A matter or a branch of the tree. */
    matterPrefix: z
      .string()
      .regex(/^\d{2}(\d{2}(\d{2})?)?$/)
      .optional(),
    /** Also those of ordinary urgency. */
    urgency: z.enum(['urgent', 'every']).default('urgent'),
    since: instant.optional(),
  }),
  reply: z.object({
    rows: z.array(
      z.object({
        id,
        orderNo,
        title: z.string(),
        urgency: z.enum(urgencies),
        status: z.enum(orderStatuses),
        matterName: z.string(),
        areaName: z.string(),
        acceptedAt: instant,
      }),
    ),
    hasMore: z.boolean(),
  }),
});

/** 一次请求最多派出. */
export const mostAtOnce = mostSentTogether;

/** 批量派单: in slices, each order by itself. */
export const massSend = route({
  method: 'POST',
  path: '/emergency/modes/:modeId/send',
  summary:
    'Dispatch many orders to units of the group: each has exactly one lead, a refused one says why',
  params: modeParams,
  body: z.object({
    orderIds: z.array(id).min(1).max(mostAtOnce),
    /** One unit that leads all of them; not said: whom the catalogue names for each. */
    lead: unitCode.optional(),
    linkage: z.array(unitCode).max(20).default([]),
    note: z.string().trim().max(2000).default(''),
  }),
  reply: z.object({
    rows: z.array(
      z.object({ orderId: id, result: z.enum(massResults), why: z.string().nullable() }),
    ),
  }),
});

const guest = z.object({
  id,
  name: z.string(),
  centre: z.string(),
  state: z.enum(guestStates),
  fromAt: instant,
  untilAt: instant,
  askedBy: z.string(),
  approvedBy: z.string().nullable(),
  endedAt: instant.nullable(),
  orders: z.array(z.object({ orderId: id, orderNo })),
  hasMoreOrders: z.boolean(),
  can: z.object({ approve: z.boolean(), end: z.boolean() }),
});

/** 互助接听. */
export const listGuests = route({
  method: 'GET',
  path: '/emergency/modes/:modeId/guests',
  summary: 'Agents of neighbouring centres who help, and the orders each of them took down',
  params: modeParams,
  reply: z.object({ rows: z.array(guest), can: z.object({ ask: z.boolean() }) }),
});

export const askGuest = route({
  method: 'POST',
  path: '/emergency/modes/:modeId/guests',
  summary: 'Ask that an agent of another centre answers calls here until an instant',
  params: modeParams,
  body: z.object({
    name: z.string().trim().min(2).max(12),
    centre: z.string().trim().min(4).max(24),
    hours: z.int().min(1).max(72),
  }),
  reply: z.object({ guestId: id }),
});

export const approveGuest = route({
  method: 'POST',
  path: '/emergency/guests/:guestId/approve',
  summary: 'A second person approves: the account is made and ends by itself',
  params: guestParams,
  reply: z.object({ login: z.string(), firstPassword: z.string() }),
});

export const endGuest = route({
  method: 'POST',
  path: '/emergency/guests/:guestId/end',
  summary: 'The help is over before its time; the account is closed',
  params: guestParams,
  reply: done,
});

/** 应急标记 of one order. */
export const orderEmergency = route({
  method: 'GET',
  path: '/emergency/orders/:orderId',
  summary: 'In which emergency modes an order was sent, and whether a helping centre took it down',
  params: z.object({ orderId: id }),
  reply: z.object({
    modes: z.array(z.object({ modeId: id, name: z.string(), respondDueAt: instant })),
    guest: z.object({ name: z.string(), centre: z.string() }).nullable(),
  }),
});

export const emergencyRefusals = {
  'emergency.no-such-mode': [404, '没有找到这次应急联动。'],
  'emergency.no-such-group': [404, '没有找到这个联动组。'],
  'emergency.no-such-guest': [404, '没有找到这条互助接听记录。'],
  'emergency.ended': [409, '这次应急联动已经结束。'],
  'emergency.same-open': [409, '“{name}”正在进行,同一个联动组不能重复启用。'],
  'emergency.not-in-group': [422, '“{unit}”不在这次启用的联动组里。'],
  'emergency.own-asking': [403, '申请人不能自己批准,请由另一位负责人批准。'],
  'emergency.guest-decided': [409, '这条互助接听已经批准或结束,请刷新页面。'],
} as const;
