import { z } from 'zod';
import { route } from '../route.ts';
import { day, done, id, instant, orderRow, unitBrief, unitCode } from '../shapes.ts';
import { taskLimit } from '../tasks.ts';
import { campaignTaskKinds, entryStates, memberRoles } from '../words/campaigns.ts';
import { meetingStates } from '../words/meetings.ts';
import { dimensions } from '../words/scorecard.ts';
import { instruments, writtenLevels } from '../words/supervision.ts';
import { taskStates } from '../words/tasks.ts';
import { visitOutcomes, visitStates } from '../words/visits.ts';

const count = z.number().int();
const campaignParams = z.object({ campaignId: id });
const entryParams = z.object({ entryId: id });
const reason = z.string().trim().min(2).max(300);
const words = z.string().trim().min(4).max(2000);

/** 专班成员: a bureau, and in it perhaps one person who sits in the centre. */
const member = z.object({
  id,
  unit: unitBrief,
  person: z.string().nullable(),
  role: z.enum(memberRoles),
  seat: z.string(),
  from: instant,
  to: instant.nullable(),
  outReason: z.string().nullable(),
});

export const addMember = route({
  method: 'POST',
  path: '/campaigns/:campaignId/members',
  summary: 'Put a bureau, or one of its people, into the task force (专班)',
  params: campaignParams,
  body: z.object({
    unit: unitCode,
    accountId: id.optional(),
    role: z.enum(memberRoles),
    seat: z.string().trim().max(60),
  }),
  reply: z.object({ memberId: id }),
});

export const endMember = route({
  method: 'POST',
  path: '/campaigns/members/:memberId/end',
  summary: 'Somebody leaves the task force; the history keeps them',
  params: z.object({ memberId: id }),
  body: z.object({ reason }),
  reply: done,
});

const meeting = z.object({
  id,
  title: z.string(),
  state: z.enum(meetingStates),
  startsAt: instant,
  came: count,
  units: count,
});
const task = z.object({
  id,
  taskNo: z.string(),
  purpose: z.enum(campaignTaskKinds),
  dimension: z.enum(dimensions).nullable(),
  title: z.string(),
  state: z.enum(taskStates),
  unit: unitBrief,
  dueAt: instant,
  isLate: z.boolean(),
});

export const readForce = route({
  method: 'GET',
  path: '/campaigns/:campaignId/force',
  summary: 'The task force with its history, meetings and tasks',
  params: campaignParams,
  reply: z.object({
    members: z.array(member),
    meetings: z.array(meeting),
    tasks: z.array(task),
    can: z.object({ work: z.boolean(), meet: z.boolean(), give: z.boolean() }),
  }),
});

export const planConsultation = route({
  method: 'POST',
  path: '/campaigns/:campaignId/meetings',
  summary:
    'Call the task force together about chosen problems: the case board is the agenda (会商)',
  params: campaignParams,
  body: z.object({
    place: z.string().trim().min(2).max(100),
    startsAt: instant,
    entryIds: z.array(id).min(1).max(20),
  }),
  reply: z.object({ meetingId: id }),
});

export const giveCampaignTask = route({
  method: 'POST',
  path: '/campaigns/:campaignId/tasks',
  summary: 'Give the campaign a task with an owner: work, a research report, a leader’s note',
  params: campaignParams,
  body: z.object({
    purpose: z.enum(campaignTaskKinds),
    dimension: z.enum(dimensions).optional(),
    title: z.string().trim().min(4).max(80),
    wanted: words,
    unit: unitCode,
    limit: taskLimit,
    note: z.object({ leader: z.string().trim().min(2).max(60), words }).optional(),
  }),
  reply: z.object({ taskId: id, taskNo: z.string(), dueAt: instant }),
});

export const inspectEntry = route({
  method: 'POST',
  path: '/campaigns/entries/:entryId/visits',
  summary: 'Send somebody to look at a listed problem; what is found there moves it (现场核查)',
  params: entryParams,
  body: z.object({
    checklist: z.string().max(60),
    visitorUnit: unitCode,
    place: z.string().trim().min(2).max(200),
    what: z.string().trim().min(2).max(1000),
    visitBy: day,
  }),
  reply: z.object({ visitId: id }),
});

export const listInspections = route({
  method: 'GET',
  path: '/campaigns/entries/:entryId/visits',
  summary: 'Site visits of a listed problem, the latest first',
  params: entryParams,
  reply: z.object({
    rows: z.array(
      z.object({
        id,
        state: z.enum(visitStates),
        outcome: z.enum(visitOutcomes).nullable(),
        visitorUnit: z.string(),
        visitBy: day,
        doneAt: instant.nullable(),
      }),
    ),
    can: z.object({ ask: z.boolean() }),
  }),
});

export const superviseEntry = route({
  method: 'POST',
  path: '/campaigns/entries/:entryId/supervise',
  summary: 'Supervise chosen appeals of a listed problem at one level (督办)',
  params: entryParams,
  body: z.object({
    orderIds: z.array(id).min(1).max(30),
    level: z.enum(writtenLevels),
    instrument: z.enum(instruments),
    reason: words,
    demands: words,
  }),
  reply: z.object({ supervised: count }),
});

export const listSeats = route({
  method: 'GET',
  path: '/campaigns/seats',
  summary: 'Campaigns in whose task force this person sits now',
  reply: z.object({
    rows: z.array(z.object({ id, title: z.string(), seat: z.string() })),
  }),
});

export const readWorkspace = route({
  method: 'GET',
  path: '/campaigns/:campaignId/workspace',
  summary:
    'The work area of a task force: the problems of its topic and their appeals, nothing else',
  params: campaignParams,
  reply: z.object({
    id,
    title: z.string(),
    entries: z.array(
      z.object({
        id,
        no: count,
        name: z.string(),
        state: z.enum(entryStates),
        orders: z.array(orderRow),
      }),
    ),
    shownCap: count,
    tasks: z.array(task),
  }),
});

export const readSeatedOrder = route({
  method: 'GET',
  path: '/campaigns/:campaignId/workspace/orders/:orderId',
  summary: 'One appeal of the topic as the task force reads it: what and where, never who',
  params: z.object({ campaignId: id, orderId: id }),
  reply: orderRow.extend({ content: z.string(), demand: z.string() }),
});
