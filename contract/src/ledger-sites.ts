import { z } from 'zod';
import { route } from './route.ts';
import {
  areaCode,
  contactAsked,
  contactSeen,
  cursor,
  day,
  done,
  fileView,
  id,
  instant,
  page,
  phone,
  point,
  unitBrief,
  unitCode,
} from './shapes.ts';
import { eventTypes } from './words/events.ts';
import { moveNeeds, rowFaults, siteSources, talkKinds } from './words/ledgers.ts';

const ledgerParams = z.object({ ledgerId: id });
const siteParams = z.object({ siteId: id });
const words = z.string().trim().min(4).max(1000);
const short = z.string().trim().max(60);
export const stateCode = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const some = z.number().int();

/** 一个点位 as it is written down. */
const siteFacts = z.object({
  address: z.string().trim().min(2).max(120),
  areaCode,
  point: point.nullable().optional(),
  building: short.optional(),
  kind: short.optional(),
  /** 平方米. */
  sizeM2: z.number().min(0).max(1_000_000).nullable().optional(),
  legalState: short.optional(),
  measure: short.optional(),
  unit: unitCode.optional(),
  planOn: day.nullable().optional(),
});
const contact = z.object({
  name: z.string().trim().max(40).optional(),
  phone: phone.optional(),
});
export const newSite = siteFacts.extend({
  contact: contact.optional(),
  orderIds: z.array(id).max(50),
});

const siteRow = z.object({
  id,
  no: some,
  address: z.string(),
  areaName: z.string(),
  building: z.string(),
  kind: z.string(),
  sizeM2: z.number().nullable(),
  unit: unitBrief,
  state: z.string(),
  stateName: z.string(),
  stateSince: instant,
  planOn: day.nullable(),
  isLate: z.boolean(),
  endedAt: instant.nullable(),
  isWrittenOff: z.boolean(),
  orders: some,
});

export const listSites = route({
  method: 'GET',
  path: '/ledgers/:ledgerId/sites',
  summary: 'Sites of a ledger by number',
  params: ledgerParams,
  query: z.object({ state: stateCode.optional(), cursor: cursor.optional() }),
  reply: page(siteRow),
});

export const mapSites = route({
  method: 'GET',
  path: '/ledgers/:ledgerId/map',
  summary: 'Sites of a ledger that have a position',
  params: ledgerParams,
  reply: z.object({
    rows: z.array(point.extend({ id, no: some, stateName: z.string(), isEnded: z.boolean() })),
    shownCap: some,
  }),
});

export const addSites = route({
  method: 'POST',
  path: '/ledgers/:ledgerId/sites',
  summary: 'Put more sites into a ledger',
  params: ledgerParams,
  body: z.object({ sites: z.array(newSite).min(1).max(100) }),
  reply: z.object({ siteIds: z.array(id) }),
});

export const readSite = route({
  method: 'GET',
  path: '/ledgers/sites/:siteId',
  summary: 'One site with its moves, talks and orders; never who owns it',
  params: siteParams,
  reply: siteRow.extend({
    ledger: z.object({ id, name: z.string(), isClosed: z.boolean() }),
    areaCode,
    point: point.nullable(),
    legalState: z.string(),
    measure: z.string(),
    source: z.enum(siteSources),
    hasContact: z.boolean(),
    writtenOff: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
    moves: z.array(
      z.object({
        fromName: z.string(),
        toName: z.string(),
        words: z.string(),
        files: z.array(fileView),
        visitId: id.nullable(),
        by: z.string(),
        unitName: z.string().nullable(),
        at: instant,
      }),
    ),
    talks: z.array(
      z.object({
        kind: z.enum(talkKinds),
        who: z.string(),
        on: day,
        said: z.string(),
        next: z.string(),
        by: z.string(),
        at: instant,
      }),
    ),
    linked: z.array(
      z.object({
        orderId: id,
        /** Null: an order this person may not see. */
        orderNo: z.string().nullable(),
        fromAt: instant,
        toAt: instant.nullable(),
        toldAt: instant.nullable(),
      }),
    ),
    visits: z.array(z.object({ id, place: z.string(), isDone: z.boolean() })),
    history: z.array(z.object({ type: z.enum(eventTypes), at: instant, by: z.string() })),
    next: z.array(
      z.object({
        to: stateCode,
        toName: z.string(),
        needs: z.array(z.enum(moveNeeds)),
        isEnd: z.boolean(),
      }),
    ),
    can: z.object({ lead: z.boolean(), work: z.boolean() }),
  }),
});

export const changeSite = route({
  method: 'POST',
  path: '/ledgers/sites/:siteId/change',
  summary: 'Put right what is written down of a site; what is not said stays',
  params: siteParams,
  body: siteFacts.partial().extend({ contact: contact.optional() }),
  reply: done,
});

export const moveSite = route({
  method: 'POST',
  path: '/ledgers/sites/:siteId/move',
  summary: 'Move a site on, with what its path asks for',
  params: siteParams,
  body: z.object({
    to: stateCode,
    words,
    fileIds: z.array(id).max(20),
    /** 现场核查 that shows it. */
    visitId: id.optional(),
  }),
  reply: done,
});

export const writeOffSite = route({
  method: 'POST',
  path: '/ledgers/sites/:siteId/write-off',
  summary: 'Take a site out of the sums with a reason: nothing there, or counted elsewhere',
  params: siteParams,
  body: z.object({ reason: words }),
  reply: done,
});

export const addTalk = route({
  method: 'POST',
  path: '/ledgers/sites/:siteId/talks',
  summary: 'Write down what was said with the owner or between neighbours',
  params: siteParams,
  body: z.object({
    kind: z.enum(talkKinds),
    /** By post, never by name. */
    who: z.string().trim().min(2).max(60),
    on: day,
    said: words,
    next: z.string().trim().max(300),
  }),
  reply: done,
});

export const linkOrders = route({
  method: 'POST',
  path: '/ledgers/sites/:siteId/orders',
  summary: 'Tie orders to a site: their requesters are told when it is closed',
  params: siteParams,
  body: z.object({ orderIds: z.array(id).min(1).max(50) }),
  reply: done,
});

export const unlinkOrder = route({
  method: 'POST',
  path: '/ledgers/sites/:siteId/orders/:orderId/end',
  summary: 'An order has nothing to do with this site',
  params: siteParams.extend({ orderId: id }),
  reply: done,
});

export const readContact = route({
  method: 'POST',
  path: '/ledgers/sites/:siteId/contact',
  summary: 'Whose site it is; asks for a purpose, and who looked is kept',
  params: siteParams,
  body: contactAsked,
  reply: contactSeen,
});

export const visitSite = route({
  method: 'POST',
  path: '/ledgers/sites/:siteId/visit',
  summary: 'Send somebody to look at a site',
  params: siteParams,
  body: z.object({
    checklist: z.string().max(60),
    visitorUnit: unitCode,
    what: z.string().trim().min(2).max(1000),
    visitBy: day,
  }),
  reply: z.object({ visitId: id }),
});

/** 一次导入的行数. */
export const mostImported = 500;

export const importSites = route({
  method: 'POST',
  path: '/ledgers/:ledgerId/import',
  summary: 'Read an xlsx of surveyed sites; kept only when every row of it fits',
  params: ledgerParams,
  body: z.object({
    /** The file itself: it is read and not kept, for contacts would lie open in it. */
    sheet: z.base64().max(900_000),
    /** False: only look. */
    isKept: z.boolean(),
  }),
  reply: z.object({
    rows: z.array(
      z.object({ line: some, address: z.string(), faults: z.array(z.enum(rowFaults)) }),
    ),
    fitting: some,
    kept: some,
  }),
});

/** Raw HTTP: GET /api/ledgers/template, an empty xlsx to fill in. */
export const templatePath = '/ledgers/template';
/** Raw HTTP: POST /api/ledgers/export, an xlsx of a ledger's sites. */
export const exportPath = '/ledgers/export';
export const exportSitesBody = z.object({
  ledgerId: id,
  purpose: z.string().trim().min(4).max(200),
});

export const ofOrder = route({
  method: 'GET',
  path: '/ledgers/of-order/:orderId',
  summary: 'Sites an order is tied to',
  params: z.object({ orderId: id }),
  reply: z.object({
    rows: z.array(
      z.object({
        siteId: id,
        ledgerId: id,
        ledgerName: z.string(),
        no: some,
        stateName: z.string(),
        toldAt: instant.nullable(),
      }),
    ),
    can: z.object({ found: z.boolean() }),
  }),
});
