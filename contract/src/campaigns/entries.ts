import { z } from 'zod';
import { route } from '../route.ts';
import { areaCode, done, id, instant, orderRow } from '../shapes.ts';
import { entryStates, linkCauses } from '../words/campaigns.ts';
import { supervisionLevels } from '../words/supervision.ts';

const count = z.number().int();
const name = z.string().trim().min(2).max(60);
const reason = z.string().trim().min(2).max(300);
const orderIds = z.array(id).min(1).max(300);
const entryId = z.object({ entryId: id });

/** 清单问题. */
const entry = z.object({
  id,
  no: count,
  name: z.string(),
  state: z.enum(entryStates),
  since: instant,
  areaName: z.string().nullable(),
  /** 共同的词: why they were put together. */
  words: z.array(z.string()),
  appeals: count,
  /** 督办: how often its appeals were supervised, and the highest level of them. */
  supervisions: count,
});

export const gatherAppeals = route({
  method: 'POST',
  path: '/campaigns/:campaignId/gather',
  summary: 'Look through the appeals of the period for those of the topic, as a job (归拢)',
  params: z.object({ campaignId: id }),
  body: z.object({
    /** 归集: its problems keep appeals of one thing together. */
    runId: id.optional(),
  }),
  reply: z.object({ gatheringId: id }),
});

export const listEntries = route({
  method: 'GET',
  path: '/campaigns/:campaignId/entries',
  summary: 'The problem list of a campaign, now or at a past instant',
  params: z.object({ campaignId: id }),
  query: z.object({ at: instant.optional(), state: z.enum(entryStates).optional() }),
  reply: z.object({ rows: z.array(entry), shownCap: count, can: z.object({ work: z.boolean() }) }),
});

export const readEntry = route({
  method: 'GET',
  path: '/campaigns/entries/:entryId',
  summary: 'One listed problem with its appeals and its history',
  params: entryId,
  reply: entry.extend({
    campaignId: id,
    note: z.string(),
    orders: z.array(
      z.object({
        order: orderRow,
        cause: z.enum(linkCauses),
        since: instant,
        /** 相近程度, 0 to 100: how like the topic its words are; null where a person put it there. */
        closeness: count.nullable(),
        supervised: z.array(z.enum(supervisionLevels)),
      }),
    ),
    shownCap: count,
    hidden: count,
    history: z.array(
      z.object({
        state: z.enum(entryStates),
        at: instant,
        by: z.string().nullable(),
        reason: z.string(),
      }),
    ),
    next: z.array(z.enum(entryStates)),
    can: z.object({ work: z.boolean() }),
  }),
});

export const moveEntry = route({
  method: 'POST',
  path: '/campaigns/entries/:entryId/move',
  summary: 'Accept, put aside, or say how far a listed problem is, with the reason',
  params: entryId,
  body: z.object({ to: z.enum(entryStates), reason }),
  reply: done,
});

export const nameEntry = route({
  method: 'POST',
  path: '/campaigns/entries/:entryId/name',
  summary: 'Call a listed problem by another name',
  params: entryId,
  body: z.object({ name }),
  reply: done,
});

export const splitEntry = route({
  method: 'POST',
  path: '/campaigns/entries/:entryId/split',
  summary: 'Make another listed problem of some of its appeals',
  params: entryId,
  body: z.object({ orderIds, name, reason }),
  reply: z.object({ entryId: id }),
});

export const mergeEntry = route({
  method: 'POST',
  path: '/campaigns/entries/:entryId/merge',
  summary: 'Give all its appeals to another listed problem',
  params: entryId,
  body: z.object({ intoId: id, reason }),
  reply: done,
});

export const takeFromEntry = route({
  method: 'POST',
  path: '/campaigns/entries/:entryId/take-out',
  summary: 'Take appeals out that do not belong to it',
  params: entryId,
  body: z.object({ orderIds, reason }),
  reply: done,
});

export const addToEntry = route({
  method: 'POST',
  path: '/campaigns/entries/:entryId/add',
  summary: 'Put appeals into it that belong to it',
  params: entryId,
  body: z.object({ orderIds, reason }),
  reply: done,
});

export const newEntry = route({
  method: 'POST',
  path: '/campaigns/:campaignId/entries',
  summary: 'Put a problem on the list by hand, with its appeals',
  params: z.object({ campaignId: id }),
  body: z.object({ name, orderIds, areaCode: areaCode.optional(), reason }),
  reply: z.object({ entryId: id }),
});
