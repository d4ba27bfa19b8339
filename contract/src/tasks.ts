import { z } from 'zod';
import { route } from './route.ts';
import { cursor, day, done, fileView, id, instant, page, unitBrief, unitCode } from './shapes.ts';
import { eventTypes } from './words/events.ts';
import { taskBoxes, taskKinds, taskStates, taskSubjectKinds } from './words/tasks.ts';

const taskParams = z.object({ taskId: id });
const words = z.string().trim().min(4).max(2000);
const reason = z.string().trim().min(4).max(500);

/** 完成时限: a day, with its time of day where that matters, or a span that begins now. */
export const taskLimit = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('on-day'),
    on: day,
    /** The city's clock; without it the end of office hours. */
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  }),
  z.object({ kind: z.literal('working-days'), days: z.number().int().min(1).max(250) }),
  z.object({ kind: z.literal('working-minutes'), minutes: z.number().int().min(30).max(60_000) }),
  z.object({ kind: z.literal('natural-minutes'), minutes: z.number().int().min(30).max(60_000) }),
]);

/** 批示原文: the leader's own words, and by the post who wrote them. */
const note = z.object({ leader: z.string().trim().min(2).max(60), words });

const subject = z.object({ kind: z.enum(taskSubjectKinds), id });

export const giveTask = route({
  method: 'POST',
  path: '/tasks',
  summary: 'Give a unit something to do by a day, with evidence (交办任务)',
  body: z.object({
    kind: z.enum(taskKinds),
    title: z.string().trim().min(4).max(80),
    /** 要求: what has to be there when it is done. */
    wanted: words,
    unit: unitCode,
    /** 责任人: somebody of the unit. */
    ownerId: id.optional(),
    limit: taskLimit,
    note: note.optional(),
    /** An order or an issue; pages of other things give their tasks themselves. */
    subject: subject.extend({ kind: z.enum(['order', 'issue']) }).optional(),
  }),
  reply: z.object({ taskId: id, taskNo: z.string(), dueAt: instant }),
});

const taskRow = z.object({
  id,
  taskNo: z.string(),
  kind: z.enum(taskKinds),
  title: z.string(),
  state: z.enum(taskStates),
  unit: unitBrief,
  owner: z.string().nullable(),
  subject: subject.extend({ label: z.string(), mayOpen: z.boolean() }).nullable(),
  givenAt: instant,
  dueAt: instant,
  /** Overdue now, or claimed after its time. */
  isLate: z.boolean(),
  /** 延期待批. */
  asksForTime: z.boolean(),
});

const box = z.enum(taskBoxes);
const some = z.number().int();

export const listTasks = route({
  method: 'GET',
  path: '/tasks',
  summary:
    'Tasks this person may see; open ones by when they are due, all of them the latest first',
  query: z.object({
    box: box.optional(),
    subjectId: id.optional(),
    orderId: id.optional(),
    cursor: cursor.optional(),
  }),
  reply: page(taskRow).extend({
    counts: z.object({ ours: some, toConfirm: some, overdue: some }),
  }),
});

const claim = z.object({
  no: z.number().int(),
  words: z.string(),
  files: z.array(fileView),
  by: z.string(),
  at: instant,
  judged: z
    .object({ confirmed: z.boolean(), reason: z.string(), by: z.string(), at: instant })
    .nullable(),
});

export const readTask = route({
  method: 'GET',
  path: '/tasks/:taskId',
  summary: 'One task with its evidence and everything that happened to it',
  params: taskParams,
  reply: taskRow.extend({
    wanted: z.string(),
    note: note.nullable(),
    givenBy: z.string(),
    firstDueAt: instant,
    acceptedAt: instant.nullable(),
    claims: z.array(claim),
    extension: z
      .object({
        reason: z.string(),
        until: instant,
        by: z.string(),
        at: instant,
        decided: z
          .object({ granted: z.boolean(), reason: z.string(), by: z.string(), at: instant })
          .nullable(),
      })
      .nullable(),
    withdrawn: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
    history: z.array(
      z.object({
        type: z.enum(eventTypes),
        at: instant,
        by: z.string(),
        unitName: z.string().nullable(),
      }),
    ),
    can: z.object({
      accept: z.boolean(),
      claim: z.boolean(),
      judge: z.boolean(),
      askForTime: z.boolean(),
      decideOnTime: z.boolean(),
      withdraw: z.boolean(),
    }),
  }),
});

export const acceptTask = route({
  method: 'POST',
  path: '/tasks/:taskId/accept',
  summary: 'Sign for a task (签收)',
  params: taskParams,
  reply: done,
});

export const claimDone = route({
  method: 'POST',
  path: '/tasks/:taskId/claim',
  summary: 'Say that it is done, with what proves it',
  params: taskParams,
  body: z.object({ words, fileIds: z.array(id).max(20) }),
  reply: done,
});

export const judgeClaim = route({
  method: 'POST',
  path: '/tasks/:taskId/judge',
  summary: 'Confirm that it is done, or send it back with a reason',
  params: taskParams,
  body: z.object({
    confirmed: z.boolean(),
    reason: z.string().trim().max(500),
    /** Sent back: a new time; without one the old time, or what was left of it when it was claimed. */
    limit: taskLimit.optional(),
  }),
  reply: done,
});

export const askForTime = route({
  method: 'POST',
  path: '/tasks/:taskId/extension',
  summary: 'Ask once, before it is due, for more time (延期)',
  params: taskParams,
  body: z.object({ reason, until: day }),
  reply: done,
});

export const decideOnTime = route({
  method: 'POST',
  path: '/tasks/:taskId/extension/decide',
  summary: 'Grant or refuse the asked extension',
  params: taskParams,
  body: z.object({ granted: z.boolean(), reason: z.string().trim().max(500) }),
  reply: done,
});

export const withdrawTask = route({
  method: 'POST',
  path: '/tasks/:taskId/withdraw',
  summary: 'Take a task back, with a reason',
  params: taskParams,
  body: z.object({ reason }),
  reply: done,
});

/** Raw HTTP: POST /api/tasks/export, an xlsx of the box. */
export const exportTasksBody = z.object({ box, purpose: z.string().trim().min(4).max(200) });

export const taskRefusals = {
  'tasks.no-such-task': [404, '没有找到这项任务。'],
  'tasks.no-such-subject': [404, '没有找到任务所属的工单或事项,请核对后再交办。'],
  'tasks.note-needed': [422, '领导批示要写明批示原文和批示领导的职务。'],
  'tasks.no-such-person': [422, '责任人不是该单位能办理的人员,请在该单位人员中选择。'],
  'tasks.readers-only': [
    422,
    '专人专办的工单,任务只能交给该工单的指定办理人,请选择指定办理人作为责任人。',
  ],
  'tasks.rest-day': [422, '{on}不上班,请改选一个工作日。'],
  'tasks.past-day': [422, '完成时限已经过去,请选择今天下班前或以后的工作日。'],
  'tasks.too-far': [422, '完成时限最远两年,请选择近一些的日期,长期的事分阶段交办。'],
  'tasks.stale': [409, '这项任务现在是“{state}”,不能这样操作,请刷新后查看。'],
  'tasks.not-yours': [403, '这项任务由责任单位、责任人自己办理,不能代为操作。'],
  'tasks.own-claim': [403, '办理任务的人不能自己确认完成,请另一位同事确认。'],
  'tasks.not-giver': [403, '任务由交办人撤回;交办人不在时请中心主任撤回。'],
  'tasks.reason-needed': [422, '退回或不同意要写明理由,让单位知道该怎么办。'],
  'tasks.asked-before': [409, '这项任务已经申请过延期,每项任务只能申请一次。'],
  'tasks.time-over': [409, '延期要在到期前申请,现已过期,请尽快完成并说明原因。'],
  'tasks.not-later': [422, '申请的日期要晚于现在的时限。'],
  'tasks.asked-less': [
    409,
    '任务已有更晚的时限,申请的日期反而更早,不能批准;请选“不同意”并说明时限已放宽。',
  ],
  'tasks.nothing-asked': [409, '没有待批的延期申请,请刷新后查看。'],
  'tasks.too-many': [422, '一次最多导出 {limit} 项任务,请换一个范围。'],
} as const;
