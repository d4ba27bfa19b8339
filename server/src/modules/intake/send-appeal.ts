import type { appeals, intake } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { type Channel, isMoreUrgent, type Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/json.ts';
import * as files from '../files/index.ts';
import type * as orders from '../orders/index.ts';
import { alarmDesk } from './accept-by-rule.ts';
import { secrecyOf } from './create-order.ts';
import { guessArea } from './guess.ts';
import { readWords } from './read-words.ts';
import { receiveAppeal } from './receive-appeal.ts';
import { tellReceived } from './tell-requester.ts';
import { text } from './text.ts';

type Send = InputOf<typeof appeals.sendAppeal>;

/** 网页提交: no account; the words are enough. Waits for an agent, an emergency for two minutes only. */
export async function sendAppeal(
  ctx: Context,
  input: Send,
): Promise<ReplyOf<typeof appeals.sendAppeal>> {
  const { order, queryCode } = await receiveFromOutside(ctx, input, 'web');
  return {
    orderNo: order.order_no,
    queryCode,
    promise: order.urgency === 'U1' ? text.promiseEmergency : text.promiseAccept,
    isEmergency: order.urgency === 'U1',
  };
}

/** 接口提交: from another system, whose own number is kept beside ours. */
export async function receiveByApi(
  ctx: Context,
  { externalId, ...appeal }: InputOf<typeof intake.receiveByApi>,
): Promise<ReplyOf<typeof intake.receiveByApi>> {
  const sent = { ...appeal, noticeRead: true as const, uploads: [] };
  const { order } = await receiveFromOutside(ctx, sent, 'api', { source_ref: `api:${externalId}` });
  return { orderId: order.id, orderNo: order.order_no, isEmergency: order.urgency === 'U1' };
}

/** An appeal by web, interface or file: what it does not say is guessed, and an agent puts it right. */
export async function receiveFromOutside(
  ctx: Context,
  input: Send & { fields?: Record<string, Json>; happenedAt?: string; toldUrgency?: Urgency },
  channel: Channel,
  more: orders.Opening['more'] = {},
) {
  const said = `${input.address}。${input.content}`;
  const [area, { matter, isGuessed, urgency: read, marks }] = await Promise.all([
    input.areaCode
      ? { code: input.areaCode, by: 'requester' as const }
      : guessArea(ctx, said, input.point ?? null),
    readWords(ctx, input),
  ]);
  // Another line heard the caller and may raise it; what is read here is not lowered by it.
  const told = input.toldUrgency;
  const urgency = told !== undefined && isMoreUrgent(told, read) ? told : read;
  // A type picked together with another matter says nothing of this one, but a report stays secret.
  const isAsPicked = input.matterCode === undefined || input.matterCode === matter.code;
  const type = (isAsPicked ? input.type : undefined) ?? matter.type;
  const anonymous = input.phone === undefined && input.name === undefined;
  const received = await receiveAppeal(ctx, {
    status: 'to-accept',
    channel,
    type,
    matterCode: matter.code,
    areaCode: area.code,
    urgency,
    secrecy: secrecyOf({
      type: input.type ?? type,
      secrecy: input.wantsSecrecy ? 1 : 0,
      anonymous: false,
    }),
    anonymous,
    content: input.content,
    fields: input.fields ?? {},
    address: input.address,
    point: input.point,
    happenedAt: input.happenedAt,
    requester: { kind: 'person', isSelf: true, tags: [], name: input.name, phone: input.phone },
    fileIds: await files.claimUploads(ctx, input.uploads),
    more: { ...more, ...marks.more },
    data: {
      ...marks.data,
      guessed: isGuessed,
      areaBy: area.by,
      ...(told !== undefined && { toldUrgency: told }),
    },
  });
  if (urgency === 'U1') alarmDesk(ctx, received.order);
  await tellReceived(ctx, received, { transferTo: null, guidance: null });
  return received;
}
