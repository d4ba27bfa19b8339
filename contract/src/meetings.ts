import { z } from 'zod';
import { route } from './route.ts';
import { cursor, day, done, id, instant, page, unitBrief, unitCode } from './shapes.ts';
import { agendaKinds, attendances, meetingBoxes, meetingStates } from './words/meetings.ts';

const meetingParams = z.object({ meetingId: id });
const title = z.string().trim().min(4).max(80);
const place = z.string().trim().min(2).max(100);
const reason = z.string().trim().min(4).max(500);
const units = z.array(unitCode).min(1).max(40);

const agendaItem = z.object({
  title,
  subject: z.object({ kind: z.enum(agendaKinds), id }).optional(),
});

export const planMeeting = route({
  method: 'POST',
  path: '/meetings',
  summary: 'Plan a meeting: when and where, what about, which units (安排会议)',
  body: z.object({
    title,
    place,
    startsAt: instant,
    agenda: z.array(agendaItem).min(1).max(20),
    units,
  }),
  reply: z.object({ meetingId: id }),
});

export const moveMeeting = route({
  method: 'POST',
  path: '/meetings/:meetingId/move',
  summary: 'Another time or place; the units are told',
  params: meetingParams,
  body: z.object({ startsAt: instant, place }),
  reply: done,
});

export const sayWhoComes = route({
  method: 'POST',
  path: '/meetings/:meetingId/who',
  summary: 'An invited unit says who comes, by post and name',
  params: meetingParams,
  body: z.object({ who: z.string().trim().min(2).max(60) }),
  reply: done,
});

export const holdMeeting = route({
  method: 'POST',
  path: '/meetings/:meetingId/hold',
  summary: 'It took place: who came, late, or not and why (签到)',
  params: meetingParams,
  body: z.object({
    attendance: z
      .array(
        z.object({
          unit: unitCode,
          came: z.enum(['came', 'late', 'absent']),
          who: z.string().trim().max(60),
          reason: z.string().trim().max(300),
        }),
      )
      .min(1)
      .max(40),
  }),
  reply: done,
});

const decision = z.object({
  words: z.string().trim().min(4).max(2000),
  unit: unitCode,
  finishOn: day,
  /** Which item of the agenda it came of, from one. */
  agendaNo: z.number().int().min(1).max(20).optional(),
});

export const writeMinutes = route({
  method: 'POST',
  path: '/meetings/:meetingId/minutes',
  summary: 'Write the minutes and what was decided, or write them anew (会议纪要)',
  params: meetingParams,
  body: z.object({
    record: z.string().trim().min(10).max(20_000),
    decisions: z.array(decision).max(40),
  }),
  reply: done,
});

export const signMinutes = route({
  method: 'POST',
  path: '/meetings/:meetingId/sign',
  summary: 'Sign the minutes somebody else wrote: every decision becomes a task (签发)',
  params: meetingParams,
  reply: z.object({ tasks: z.number().int() }),
});

export const cancelMeeting = route({
  method: 'POST',
  path: '/meetings/:meetingId/cancel',
  summary: 'Cancel a meeting that did not take place, with a reason',
  params: meetingParams,
  body: z.object({ reason }),
  reply: done,
});

const meetingRow = z.object({
  id,
  meetingNo: z.string(),
  title: z.string(),
  place: z.string(),
  state: z.enum(meetingStates),
  startsAt: instant,
  units: z.number().int(),
  came: z.number().int(),
  decisions: z.number().int(),
});

export const listMeetings = route({
  method: 'GET',
  path: '/meetings',
  summary: 'Meetings this person may see, the latest first',
  query: z.object({ box: z.enum(meetingBoxes).optional(), cursor: cursor.optional() }),
  reply: page(meetingRow),
});

export const readMeeting = route({
  method: 'GET',
  path: '/meetings/:meetingId',
  summary: 'One meeting: agenda, who came, minutes, decisions and their tasks',
  params: meetingParams,
  reply: meetingRow.extend({
    plannedBy: z.string(),
    agenda: z.array(
      z.object({
        no: z.number().int(),
        title: z.string(),
        subject: z
          .object({ kind: z.enum(agendaKinds), id, label: z.string(), isOpen: z.boolean() })
          .nullable(),
      }),
    ),
    attendance: z.array(
      z.object({
        unit: unitBrief,
        came: z.enum(attendances),
        who: z.string(),
        reason: z.string(),
      }),
    ),
    /** Null for units until the minutes are signed. */
    minutes: z
      .object({
        record: z.string(),
        by: z.string(),
        signed: z.object({ by: z.string(), at: instant }).nullable(),
        decisions: z.array(
          z.object({
            no: z.number().int(),
            words: z.string(),
            unit: unitBrief,
            finishOn: day,
            agendaNo: z.number().int().nullable(),
            taskId: id.nullable(),
          }),
        ),
      })
      .nullable(),
    cancelled: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
    can: z.object({
      move: z.boolean(),
      hold: z.boolean(),
      write: z.boolean(),
      sign: z.boolean(),
      cancel: z.boolean(),
      sayWho: z.boolean(),
    }),
  }),
});

/** Raw HTTP: GET /api/meetings/:meetingId/print, the minutes as a page; /docx, as a Word file. */
export const minutesPrintPath = '/meetings/:meetingId/print';
export const minutesDocxPath = '/meetings/:meetingId/docx';

/** Raw HTTP: POST /api/meetings/export, an xlsx of the box. */
export const exportMeetingsPath = '/meetings/export';
export const exportMeetingsBody = z.object({
  box: z.enum(meetingBoxes),
  purpose: z.string().trim().min(4).max(200),
});

export const meetingRefusals = {
  'meetings.no-such-meeting': [404, '没有找到这次会议。'],
  'meetings.no-such-subject': [404, '没有找到议题所指的工单或事项,请核对后再安排。'],
  'meetings.confined-order': [
    422,
    '专人专办的工单不上会,以免更多人知道;请由有权查看的同事直接裁定或当面协调。',
  ],
  'meetings.past': [422, '开会时间已经过去,请选择以后的时间。'],
  'meetings.too-early': [409, '会议还没有到开始时间({at}),开始后才能登记到会。'],
  'meetings.stale': [409, '这次会议现在是“{state}”,不能这样操作,请刷新后查看。'],
  'meetings.not-invited': [403, '贵单位不在这次会议的邀请之列。'],
  'meetings.unrecorded': [422, '还有单位没有登记到会情况:{units}。'],
  'meetings.say-who': [422, '请写明到会人的职务或姓名:{units}。'],
  'meetings.why-absent': [422, '请写明缺席的原因:{units}。'],
  'meetings.no-minutes': [409, '还没有写会议纪要,写好后再签发。'],
  'meetings.own-minutes': [403, '纪要不能由起草人自己签发,请另一位有签发权限的同事签发。'],
  'meetings.no-such-item': [422, '议定事项所指的议题不存在:第 {no} 项。'],
  'meetings.too-many': [422, '一次最多导出 {limit} 次会议,请换一个列表再导出。'],
  'meetings.unsigned': [409, '纪要签发后才能打印。'],
} as const;
