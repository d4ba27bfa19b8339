import { z } from 'zod';
import { route } from './route.ts';
import { done, id, instant, orderRow, phone } from './shapes.ts';
import {
  callStates,
  leaveReasons,
  putThroughStates,
  telephoneDrivers,
  unreachedCauses,
} from './words/calls.ts';

/** A call as the agent sees it: the number is masked. */
export const callView = z.object({
  id,
  state: z.enum(callStates),
  maskedNumber: z.string(),
  dialledLine: z.string(),
  dialledLineName: z.string(),
  offeredAt: instant,
  answeredAt: instant.nullable(),
  endedAt: instant.nullable(),
  driver: z.enum(telephoneDrivers),
  direction: z.enum(['in', 'out']),
  /** Why a call we made was not answered. */
  cause: z.enum(unreachedCauses).nullable(),
  /** 安静队列: rings at the shift lead alone. */
  isQuiet: z.boolean(),
});

/** A call this agent has on the line; a number to dial by hand is shown as long as it must be dialled. */
const ownCallView = callView.extend({
  numberToDial: z.string().nullable(),
  /** 转接: the latest of this call; its order was with the other line before the voice. */
  putThrough: z
    .object({
      number: z.string(),
      state: z.enum(putThroughStates),
      cause: z.enum(unreachedCauses).nullable(),
      /** Nobody but the agent can dial it. */
      isByHand: z.boolean(),
      orderId: id,
      orderNo: z.string(),
      askedAt: instant,
      joinedAt: instant.nullable(),
    })
    .nullable(),
});

export const listRinging = route({
  method: 'GET',
  path: '/telephony/ringing',
  summary: 'Calls that wait for an agent',
  reply: z.object({ rows: z.array(callView) }),
});

export const ringDemoCall = route({
  method: 'POST',
  path: '/telephony/demo-call',
  summary: 'The sim telephone: let a call ring. Without a number an invented caller rings',
  body: z.object({ number: phone.optional(), dialledLine: z.string().max(20).optional() }),
  reply: callView,
});

export const startManualCall = route({
  method: 'POST',
  path: '/telephony/manual-call',
  summary: 'The agent answers on a desk telephone and types the number',
  body: z.object({ number: phone, dialledLine: z.string().max(20).optional() }),
  reply: callView,
});

const callParams = z.object({ callId: id });

export const answerCall = route({
  method: 'POST',
  path: '/telephony/calls/:callId/answer',
  summary: 'Take a ringing call',
  params: callParams,
  reply: callView,
});
export const endCall = route({
  method: 'POST',
  path: '/telephony/calls/:callId/end',
  summary: 'End a call',
  params: callParams,
  reply: callView,
});

export const listOwnCalls = route({
  method: 'GET',
  path: '/telephony/own-calls',
  summary: 'What this agent has on the line or is ringing, newest first',
  reply: z.object({ rows: z.array(ownCallView) }),
});

export const listMissed = route({
  method: 'GET',
  path: '/telephony/missed',
  summary: 'Numbers that rang and were not answered, newest first, until somebody rings back',
  reply: z.object({
    rows: z.array(
      z.object({
        /** The latest of the number's calls. */
        call: callView,
        tries: z.number().int(),
        dueAt: instant,
        attempts: z.number().int(),
        isBeingRung: z.boolean(),
        lastCause: z.enum(unreachedCauses).nullable(),
        lastAttemptAt: instant.nullable(),
      }),
    ),
    hasMore: z.boolean(),
  }),
});
export const ringBack = route({
  method: 'POST',
  path: '/telephony/missed/:callId/ring-back',
  summary: 'Ring a missed caller back; by hand, the number to dial is in the answer',
  params: callParams,
  body: z.object({ driver: z.enum(telephoneDrivers).optional() }),
  reply: ownCallView,
});
export const leaveMissed = route({
  method: 'POST',
  path: '/telephony/missed/:callId/leave',
  summary: 'Take a missed caller off the list without having talked',
  params: callParams,
  body: z.object({ how: z.enum(leaveReasons) }),
  reply: done,
});
export const sayOutcome = route({
  method: 'POST',
  path: '/telephony/calls/:callId/outcome',
  summary: 'What became of a call dialled by hand',
  params: callParams,
  body: z.object({ outcome: z.enum(['reached', 'no-answer', 'busy', 'refused', 'unreachable']) }),
  reply: ownCallView,
});

export const sayPutThrough = route({
  method: 'POST',
  path: '/telephony/calls/:callId/put-through/outcome',
  summary: 'What became of the other line, dialled by hand',
  params: callParams,
  body: z.object({ outcome: z.enum(['joined', 'no-answer', 'busy', 'refused', 'unreachable']) }),
  reply: ownCallView,
});
export const putThroughAgain = route({
  method: 'POST',
  path: '/telephony/calls/:callId/put-through/again',
  summary: 'Ring the other line once more; it has had the form since the first time',
  params: callParams,
  reply: ownCallView,
});
export const takeCallerBack = route({
  method: 'POST',
  path: '/telephony/calls/:callId/put-through/take-back',
  summary: 'Let go of the other line and go on with the caller alone',
  params: callParams,
  reply: ownCallView,
});
export const handCallerOver = route({
  method: 'POST',
  path: '/telephony/calls/:callId/put-through/hand-over',
  summary: 'Leave the three-way call: the caller goes on with the other line',
  params: callParams,
  reply: ownCallView,
});

export const callerCard = route({
  method: 'GET',
  path: '/telephony/calls/:callId/caller',
  summary: 'Screen pop: earlier and open orders of this caller, and the dialled line',
  params: callParams,
  reply: z.object({
    call: callView,
    name: z.string().nullable(),
    openOrders: z.array(orderRow),
    earlierOrders: z.array(orderRow),
    callsIn30Days: z.number().int(),
  }),
});

export const telephonyRefusals = {
  'telephony.call-taken': [409, '这通电话已由其他话务员接听。'],
  'telephony.quiet-queue': [409, '这通电话分流到班长席,由班长接听。'],
  'telephony.call-over': [409, '这通电话已经结束。'],
  'telephony.no-such-call': [404, '没有找到这通电话。'],
  'telephony.already-returned': [409, '这个来电已经有人联系过了。'],
  'telephony.being-rung': [409, '同事正在回拨这个号码。'],
  'telephony.still-talking': [409, '您还有一通电话没有挂断,请先挂断。'],
  'telephony.not-rung-yet': [409, '还没有回拨过,请先回拨一次。'],
  'telephony.not-put-through': [409, '这通电话现在没有在转接,请刷新后查看。'],
  'telephony.not-joined-yet': [409, '对方还没有接通,请等接通后再退出,或先取消转接。'],
  'telephony.putting-through': [409, '这通电话正在转接,请等接通,或先取消转接。'],
  'telephony.driver-says': [409, '这通电话由话务系统拨打,结果会自动显示。'],
} as const;
