import type { BodyOf, Said } from '@minsheng/contract/public/exchange.ts';
import { phone } from '@minsheng/contract/shapes.ts';
import { appealTypes, type Channel } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import type { StoredEvent } from '../../platform/events.ts';
import * as files from '../files/index.ts';
import { receiveFromOutside, supplement, urgeFromOutside, withdraw } from '../intake/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import {
  type Adapter,
  type Applied,
  type Incoming,
  nothingOpened,
  type Outgoing,
  registerAdapter,
} from './adapter.ts';
import type { Case } from './cases.repo.ts';
import { ExchangeFault } from './fault.ts';
import type { Peer } from './peers.repo.ts';
import { text } from './text.ts';

export const heardBySender = [
  'intake.accepted',
  'intake.accepted-by-rule',
  'intake.answered',
  'intake.disposed',
  'intake.transferred',
  'dispatch.sent',
  'handling.signed',
  'call-back.closed',
] as const;

/** 通用推送接口: appeals come in, and what becomes of them goes out. Speaks the protocol's own codes. */
export const webhook: Adapter = {
  name: 'webhook',
  label: text.webhook,
  takes: ['transfer', 'supplement', 'urge', 'withdraw'],
  check: checkTransfer,
  apply: (ctx, incoming) => applyAppeal(ctx, incoming, 'api'),
  hears: heardBySender,
  outward: tellOfAppeal,
};
registerAdapter(webhook);

/** Types, matters and places the city does not know are told at once, by field. */
export async function checkTransfer(ctx: Context, _peer: Peer, said: Said): Promise<void> {
  if (said.kind !== 'transfer') return;
  const { appeal, place, requester } = said.body;
  // Left out, its net says: an agent classifies it.
  const { typeCode } = appeal;
  if (typeCode !== '' && !appealTypes.some((type) => type === typeCode))
    throw unknownCode('body.appeal.typeCode', typeCode);
  const matter = appeal.matterCode;
  if (matter !== undefined && (await matters.inForceFor(ctx, matter)) === null)
    throw unknownCode('body.appeal.matterCode', matter);
  const area = place.areaCode;
  if (area !== undefined && !(await organisation.areaNames(ctx, [area])).has(area))
    throw unknownCode('body.place.areaCode', area);
  if (appeal.occurredAt !== undefined && isToCome(ctx, appeal.occurredAt))
    throw wrongField('body.appeal.occurredAt');
  if (requester.phone !== undefined && !phone.safeParse(requester.phone).success)
    throw wrongField('body.requester.phone');
}

const dayMs = 86_400_000;

/** A day of grace: their clock may be ahead. */
const isToCome = ({ now }: Context, said: string): boolean =>
  Date.parse(said) > now.getTime() + dayMs;

const wrongField = (field: string): ExchangeFault =>
  new ExchangeFault(422, { code: 'field', says: text.field(field), field });

const unknownCode = (field: string, value: string): ExchangeFault =>
  new ExchangeFault(422, { code: 'code', says: text.code(field, value), field, value });

/** What whoever handed it over still says about it. */
export async function applyAppeal(
  ctx: Context,
  incoming: Incoming,
  channel: Channel,
): Promise<Applied> {
  const { said } = incoming;
  if (said.kind === 'transfer') return openOrder(ctx, incoming, said.body, channel);
  if (incoming.case === null) return nothingOpened;
  const order = await orders.lock(ctx, incoming.case.order_id);
  if (said.kind === 'supplement') await addWords(ctx, order, incoming, said.body.words);
  if (said.kind === 'urge') await urgeFromOutside(ctx, order, said.body.words);
  if (said.kind === 'withdraw') await withdraw(ctx, order, said.body.reason);
  return nothingOpened;
}

/** 补充, with the files that came ahead of it. */
export async function addWords(
  ctx: Context,
  order: orders.Order,
  { uploads }: Incoming,
  words: string,
): Promise<void> {
  await supplement(ctx, order, words, await files.claimUploads(ctx, uploads));
}

/** 移送入库: an appeal like any from outside; an agent accepts it. Their number stays beside ours. */
export async function openOrder(
  ctx: Context,
  { peer, envelope, uploads, unknown }: Incoming,
  { appeal, place, requester, urgency, dueAt }: BodyOf<'transfer'>,
  channel: Channel,
): Promise<Applied> {
  const type = appealTypes.find((each) => each === appeal.typeCode);
  const { order } = await receiveFromOutside(
    ctx,
    {
      content: `${appeal.title}。${appeal.words}`,
      ...(type && { type }),
      ...(appeal.matterCode && { matterCode: appeal.matterCode }),
      ...(place.areaCode && { areaCode: place.areaCode }),
      ...(place.lat !== undefined &&
        place.long !== undefined && { point: { lng: place.long, lat: place.lat } }),
      address: place.text,
      ...(appeal.occurredAt && { happenedAt: appeal.occurredAt }),
      ...(urgency && { toldUrgency: urgency }),
      ...(!requester.anonymous && requester.name && { name: requester.name }),
      ...(!requester.anonymous && requester.phone && { phone: requester.phone }),
      wantsSecrecy: false,
      noticeRead: true,
      uploads: [...uploads],
    },
    channel,
    {
      source_ref: `exchange:${peer.code}:${envelope.case.sender}:${envelope.seq}`,
      // 对方要求的时限 is what the requester was promised there.
      ...(dueAt && { promise_at: new Date(dueAt) }),
    },
  );
  if (unknown.length > 0) await noteUnknown(ctx, order.id, unknown);
  return { opened: { orderId: order.id, orderNo: order.order_no } };
}

/** 待归类: the agent reads which codes nobody could say here. */
async function noteUnknown(
  ctx: Context,
  orderId: string,
  unknown: Incoming['unknown'],
): Promise<void> {
  const codes = unknown.map(({ kind, code }) => text.ofKind(kind, code)).join('、');
  await orders.addText(ctx, orderId, { kind: 'note', content: text.toClassify(codes) });
}

/** What the peer hears: taken, guided elsewhere, with a unit, worked on, over. */
export async function tellOfAppeal(
  ctx: Context,
  { case: about, event }: { case: Case; event: StoredEvent },
): Promise<Outgoing | null> {
  const at = event.at.toISOString();
  switch (event.type) {
    case 'intake.accepted':
    case 'intake.accepted-by-rule':
      return { kind: 'accept', body: { number: about.our_no } };
    case 'intake.disposed':
      return {
        kind: 'return',
        body: { reasonCode: reasonOf(event), reason: await answerOf(ctx, about.order_id) },
      };
    case 'intake.transferred':
      return { kind: 'return', body: { reasonCode: 'transferred', reason: text.guidedElsewhere } };
    case 'dispatch.sent':
      return { kind: 'progress', body: { stage: 'dispatched', words: text.dispatched, at } };
    case 'handling.signed':
      return { kind: 'progress', body: { stage: 'handling', words: text.handling, at } };
    case 'intake.answered':
    case 'call-back.closed':
      return {
        kind: 'result',
        body: { outcome: 'done', words: await answerOf(ctx, about.order_id), at },
      };
    default:
      return null;
  }
}

const reasonOf = ({ data }: StoredEvent): string =>
  typeof data.disposition === 'string' ? data.disposition : 'other';

/** The answer the requester reads, as the centre approved it. */
export async function answerOf(ctx: Context, orderId: string): Promise<string> {
  const texts = await orders.textsOf(ctx, orderId);
  return texts.findLast(({ kind }) => kind === 'answer')?.content ?? text.over;
}
