import { z } from 'zod';
import { netCode, netRow } from './code-maps.ts';
import { route } from './route.ts';
import { cursor, day, done, id, instant, page, unitCode } from './shapes.ts';
import { messageDirections, messageStates, signSchemes } from './words/exchange.ts';
import { codeKinds } from './words/nets.ts';

export const peerCode = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/);
const baseUrl = z.url({ protocol: /^https?$/ }).max(300);
const secret = z.string().min(16).max(200);
/** 对方发给本系统的接口密钥, as long as they make it. */
const apiKey = z.string().trim().min(1).max(200);
const publicKey = z.string().regex(/^04[0-9a-f]{128}$/i);
const perMinute = z.number().int().min(1).max(100_000);

const peerRow = z.object({
  code: z.string(),
  name: z.string(),
  adapter: z.string(),
  adapterLabel: z.string(),
  /** 对接的网, by name. */
  netName: z.string().nullable(),
  unitCode: z.string().nullable(),
  baseUrl: z.string(),
  ownCode: z.string(),
  scheme: z.enum(signSchemes),
  /** Ours and theirs, of SM2; both may be known to everybody. */
  ownPublicKey: z.string().nullable(),
  peerPublicKey: z.string().nullable(),
  isOn: z.boolean(),
  perMinute: z.number().int(),
  waiting: z.number().int(),
  oldestAt: instant.nullable(),
  held: z.number().int(),
  dead: z.number().int(),
  /** Of the days that are still compared anew, those that did not fit at last. */
  mismatchedDays: z.number().int(),
  lastOutAt: instant.nullable(),
  lastInAt: instant.nullable(),
  downSince: instant.nullable(),
  holdUntil: instant.nullable(),
});

export const listPeers = route({
  method: 'GET',
  path: '/exchange/peers',
  summary: 'Other systems, their queues and how they are',
  reply: z.object({
    rows: z.array(peerRow),
    adapters: z.array(z.object({ name: z.string(), label: z.string() })),
    nets: z.array(netRow),
    /** Where they reach us. */
    base: z.string(),
    can: z.object({ settle: z.boolean(), govern: z.boolean() }),
  }),
});

export const addPeer = route({
  method: 'POST',
  path: '/exchange/peers',
  summary: 'Register another system',
  body: z.object({
    code: peerCode,
    name: z.string().trim().min(2).max(60),
    adapter: z.string().max(40),
    /** Whose codes it speaks; without: those of the protocol. */
    net: netCode.optional(),
    /** The unit whose own system it is; of a county platform. */
    unitCode: unitCode.optional(),
    /** Not of a folder, whose place is configuration. */
    baseUrl: baseUrl.optional(),
    ownCode: peerCode,
    scheme: z.enum(signSchemes),
    /** Shared by both sides; of `hmac-sha256` only. */
    secret: secret.optional(),
    /** Given to us by the peer; of an Open311 city only. */
    apiKey: apiKey.optional(),
    /** Theirs; of `sm2` only. Our own pair is made here. */
    peerPublicKey: publicKey.optional(),
    perMinute: perMinute.default(600),
  }),
  reply: z.object({ code: z.string(), ownPublicKey: z.string().nullable() }),
});

export const changePeer = route({
  method: 'POST',
  path: '/exchange/peers/:code',
  summary: 'Change where another system is reached, how it signs, or whether it is on',
  params: z.object({ code: peerCode }),
  body: z.object({
    name: z.string().trim().min(2).max(60).optional(),
    baseUrl: baseUrl.optional(),
    secret: secret.optional(),
    apiKey: apiKey.optional(),
    peerPublicKey: publicKey.optional(),
    perMinute: perMinute.optional(),
    isOn: z.boolean().optional(),
  }),
  reply: done,
});

export const sendNow = route({
  method: 'POST',
  path: '/exchange/peers/:code/send-now',
  summary: 'Try the queue of another system now instead of when its pause is over',
  params: z.object({ code: peerCode }),
  body: z.object({}),
  reply: done,
});

const messageRow = z.object({
  id,
  peer: z.string(),
  peerName: z.string(),
  direction: z.enum(messageDirections),
  kind: z.string(),
  senderNo: z.string(),
  receiverNo: z.string().nullable(),
  orderId: id.nullable(),
  seq: z.number().int(),
  state: z.enum(messageStates),
  madeAt: instant,
  attempts: z.number().int(),
  nextAt: instant.nullable(),
  errorCode: z.string().nullable(),
  errorWords: z.string().nullable(),
});

export const messageBoxes = ['dead', 'waiting', 'held', 'day'] as const;
export type MessageBox = (typeof messageBoxes)[number];

export const listMessages = route({
  method: 'GET',
  path: '/exchange/messages',
  summary:
    'Messages: dead letters, what is on its way, what is held, or all of a day with one peer',
  query: z.object({
    box: z.enum(messageBoxes),
    peer: peerCode.optional(),
    /** Of box `day`, by UTC+8. */
    day: day.optional(),
    cursor: cursor.optional(),
  }),
  reply: page(messageRow),
});

export const readMessage = route({
  method: 'GET',
  path: '/exchange/messages/:messageId',
  summary: 'One message and what it says, without the requester',
  params: z.object({ messageId: id }),
  reply: messageRow.extend({
    /** Its body as JSON, empty once it was erased with its order; null to whoever may read no orders. */
    body: z.string().nullable(),
    messageName: z.string(),
    settledBy: z.string().nullable(),
    settledWhy: z.string().nullable(),
    /** Of a dead letter: codes that one side has and the other does not know. */
    unmapped: z.array(z.object({ kind: z.enum(codeKinds), code: z.string() })),
    can: z.object({ replay: z.boolean(), dismiss: z.boolean() }),
  }),
});

export const replayMessage = route({
  method: 'POST',
  path: '/exchange/messages/:messageId/replay',
  summary: 'Send or apply a dead letter once more',
  params: z.object({ messageId: id }),
  body: z.object({}),
  reply: done,
});

export const dismissMessage = route({
  method: 'POST',
  path: '/exchange/messages/:messageId/dismiss',
  summary: 'Decide that nothing comes of a dead letter; what follows it goes on',
  params: z.object({ messageId: id }),
  body: z.object({ reason: z.string().trim().min(2).max(500) }),
  reply: done,
});

export const mismatchKinds = ['only-ours', 'only-theirs', 'differs'] as const;
export type MismatchKind = (typeof mismatchKinds)[number];

export const listReconciliations = route({
  method: 'GET',
  path: '/exchange/reconciliations',
  summary: 'Days compared with what the other side says of them, the latest first',
  query: z.object({ peer: peerCode.optional() }),
  reply: z.object({
    rows: z.array(
      z.object({
        peer: z.string(),
        peerName: z.string(),
        day,
        at: instant,
        state: z.enum(['compared', 'unreachable']),
        sent: z.number().int(),
        received: z.number().int(),
        closed: z.number().int(),
        mismatches: z.array(
          z.object({
            kind: z.enum(mismatchKinds),
            direction: z.enum(messageDirections),
            name: z.string(),
            messageKind: z.string(),
            messageId: id.nullable(),
          }),
        ),
        mismatched: z.number().int(),
      }),
    ),
    shownCap: z.number().int(),
  }),
});

export const reconcileDay = route({
  method: 'POST',
  path: '/exchange/reconciliations',
  summary: 'Compare a day with one peer now',
  body: z.object({ peer: peerCode, day }),
  reply: done,
});

export const exchangeRefusals = {
  'exchange.no-such-peer': [404, '没有这个对接方。'],
  'exchange.peer-known': [409, '对接方代码“{code}”已经登记过。'],
  'exchange.no-such-adapter': [422, '没有这种适配器,请从列表里选择。'],
  'exchange.key-needed': [
    422,
    '签名方式需要密钥:HMAC 填双方共用的密钥,SM2 填对方的公钥(04 开头的 130 位十六进制)。',
  ],
  'exchange.no-such-net': [422, '没有这个网,或它用的不是这种适配器,请从列表里选择。'],
  'exchange.unit-needed': [422, '下级平台、Open311 城市要填它所属的承办单位。'],
  'exchange.code-not-ours': [422, '本系统没有代码“{code}”,请核对后再填。'],
  'exchange.code-not-here': [409, '这份报文里没有待对照的代码“{code}”,请刷新后查看。'],
  'exchange.no-such-code': [404, '没有这个待对照的代码,可能别人已经处理,请刷新后查看。'],
  'exchange.no-such-message': [404, '没有这份报文。'],
  'exchange.not-dead': [409, '这份报文现在不是死信,请刷新后查看。'],
  'exchange.day-not-over': [422, '只能核对已经过完的日子。'],
  'exchange.not-compared': [422, '“{name}”没有对账接口,不能对账。'],
} as const;
