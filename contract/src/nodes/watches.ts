import { z } from 'zod';
import { route } from '../route.ts';
import { areaCode, day, done, id, instant, orderRow, unitCode } from '../shapes.ts';
import { meetingStates } from '../words/meetings.ts';
import { objectNameKinds } from '../words/nodes.ts';
import { matterPrefix, nodeParams, quoted, reasonWords, saidWord, watchParams } from './shapes.ts';
import { zeroBrief } from './zero.ts';

const count = z.number().int();
const objectName = z.object({ id, kind: z.enum(objectNameKinds), word: z.string() });

const watch = z.object({
  id,
  nodeId: id,
  objectId: id,
  name: z.string(),
  areaName: z.string(),
  reason: z.string(),
  by: z.string(),
  at: instant,
  ended: z.object({ reason: z.string(), at: instant }).nullable(),
  stays: z.boolean().nullable(),
  zero: zeroBrief.nullable(),
});

export const listWatches = route({
  method: 'GET',
  path: '/nodes/:nodeId/watches',
  summary: 'Objects watched in a node, with the last zero-complaint query of each (被关注对象)',
  params: nodeParams,
  reply: z.object({ rows: z.array(watch) }),
});

export const acceptCandidate = route({
  method: 'POST',
  path: '/nodes/:nodeId/watches',
  summary:
    'Watch an object: one the machine found, or one of last time, or one of the person’s own',
  params: nodeParams,
  body: z.object({
    candidateId: id.optional(),
    /** Watched before, in another node. */
    objectId: id.optional(),
    name: z.string().trim().min(2).max(60),
    areaCode,
    names: z.array(saidWord).min(1).max(12),
    aliases: z.array(saidWord).max(12),
    things: z.array(saidWord).max(12),
    reason: reasonWords,
  }),
  reply: z.object({ watchId: id }),
});

export const endWatch = route({
  method: 'POST',
  path: '/nodes/watches/:watchId/end',
  summary: 'Watch it no more in this node, and why',
  params: watchParams,
  body: z.object({ reason: reasonWords }),
  reply: done,
});

export const addWord = route({
  method: 'POST',
  path: '/nodes/watches/:watchId/words',
  summary: 'A name, a nickname or a thing by which orders about the object are found',
  params: watchParams,
  body: z.object({ kind: z.enum(objectNameKinds), word: saidWord }),
  reply: done,
});

export const dropWord = route({
  method: 'POST',
  path: '/nodes/watches/:watchId/words/:wordId/drop',
  summary: 'Look for this word no more',
  params: watchParams.extend({ wordId: id }),
  reply: done,
});

export const readWatch = route({
  method: 'GET',
  path: '/nodes/watches/:watchId',
  summary:
    'One watched object: why, its words, meeting, limit, and what a reminder letter would say',
  params: watchParams,
  reply: watch.extend({
    nodeName: z.string(),
    first: day,
    last: day,
    from: day,
    to: day,
    words: z.array(objectName),
    snapshot: z
      .object({
        people: count,
        orders: count,
        expected: z.number(),
        reasons: z.array(quoted),
      })
      .nullable(),
    /** 分中心: whom the letter goes to. */
    countyUnit: z.object({ code: unitCode, name: z.string() }).nullable(),
    letter: z.object({ template: z.string(), slots: z.record(z.string(), z.string()) }),
    meeting: z
      .object({ id, title: z.string(), state: z.enum(meetingStates), startsAt: instant })
      .nullable(),
    limit: z
      .object({
        class: z.string(),
        name: z.string(),
        isOn: z.boolean(),
        matters: z.array(z.string()),
      })
      .nullable(),
    can: z.object({
      work: z.boolean(),
      write: z.boolean(),
      plan: z.boolean(),
      meet: z.boolean(),
      limit: z.boolean(),
    }),
  }),
});

export const planWatch = route({
  method: 'POST',
  path: '/nodes/watches/:watchId/plan',
  summary: 'Rows of the plan: tasks with owners, done before the first day (应急预案)',
  params: watchParams,
  body: z.object({
    rows: z
      .array(
        z.object({
          title: z.string().trim().min(4).max(80),
          wanted: z.string().trim().min(4).max(2000),
          unit: unitCode,
          ownerId: id.optional(),
          finishOn: day,
        }),
      )
      .min(1)
      .max(20),
  }),
  reply: z.object({ taskIds: z.array(id) }),
});

export const limitWatch = route({
  method: 'POST',
  path: '/nodes/watches/:watchId/limit',
  summary:
    'The shorter limit of the node for these matters in the object’s county, within the window',
  params: watchParams,
  body: z.object({ matters: z.array(matterPrefix).max(20), isOn: z.boolean() }),
  reply: done,
});

export const readNodeBoard = route({
  method: 'GET',
  path: '/nodes/:nodeId/board',
  summary:
    'Hour by hour in the window: orders of each watched object, open, overdue, and which are open',
  params: nodeParams,
  reply: z.object({
    now: instant,
    /** The last hours of the window until now, or its last ones when it is over. */
    hours: z.array(instant),
    rows: z.array(
      z.object({
        watchId: id,
        name: z.string(),
        byHour: z.array(count),
        /** More was found than is read here: the numbers are of the newest `readCap`; the zero query reads on. */
        isCapped: z.boolean(),
        orders: count,
        open: count,
        overdue: count,
      }),
    ),
    /** Each order once, whatever it is about. */
    together: z.object({ orders: count, open: count, overdue: count }),
    open: z.array(z.object({ watchId: id, order: orderRow, isOverdue: z.boolean() })),
    shownCap: count,
    readCap: count,
  }),
});
