import { z } from 'zod';
import { route } from './route.ts';
import { id, instant, orderRow, phone } from './shapes.ts';

export const callStates = ['ringing', 'answered', 'ended', 'abandoned', 'missed'] as const;

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
  driver: z.enum(['sim', 'manual']),
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
  'telephony.call-over': [409, '这通电话已经结束。'],
  'telephony.no-such-call': [404, '没有找到这通电话。'],
} as const;
