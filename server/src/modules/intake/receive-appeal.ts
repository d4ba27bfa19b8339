import type { AppealType, Channel, SecrecyLevel, Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import type { Json } from '../../platform/json.ts';
import { badInput, demand } from '../../platform/refusal.ts';
import * as files from '../files/index.ts';
import * as issues from '../issues/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { newQueryCode, type RequesterInput, saveRequester } from '../requesters/index.ts';
import { meaningOfRepeat } from './meaning-of-repeat.ts';
import { urgeByRepeat } from './requester-steps.ts';

export interface Appeal {
  status: orders.OrderBeginning;
  channel: Channel;
  type: AppealType;
  matterCode: string;
  areaCode: string;
  urgency: Urgency;
  secrecy: SecrecyLevel;
  anonymous: boolean;
  title?: string | undefined;
  content: string;
  demand?: string | undefined;
  address: string;
  subjectName?: string | undefined;
  fields?: Record<string, Json>;
  point?: { lng: number; lat: number } | undefined;
  happenedAt?: string | undefined;
  requester: RequesterInput;
  fileIds: readonly string[];
  repeatOf?: string | undefined;
  more?: orders.Opening['more'];
  data?: NonNullable<orders.Opening['data']>;
}

export interface Received {
  order: orders.Order;
  /** Told once, to the requester only; kept as a keyed digest. */
  queryCode: string;
  /** The number to tell it to, encrypted. */
  phoneEnc: Buffer | null;
}

const dayMs = 86_400_000;

/** T1: turns words into an order with its issue and its requester. Every appeal comes through here. */
export async function receiveAppeal(ctx: Context, appeal: Appeal): Promise<Received> {
  // A slip of the year would else stand in the order for good. A day of grace: the caller's calendar may be ahead.
  if (appeal.happenedAt && Date.parse(appeal.happenedAt) > ctx.now.getTime() + dayMs)
    throw badInput(['happenedAt']);
  const [area, matter, repeated] = await Promise.all([
    organisation.area(ctx, appeal.areaCode),
    matters.matterInForce(ctx, appeal.matterCode),
    // Held: it is urged by being told again.
    appeal.repeatOf ? orders.lockVisible(ctx, appeal.repeatOf) : null,
  ]);
  if (repeated) demand(orders.hasRequester(repeated));
  const orderId = ctx.newId();
  const issueId = repeated?.issue_id ?? ctx.newId();
  const queryCode = newQueryCode();
  const person = { ...appeal.requester, anonymous: appeal.anonymous };
  const names = await orders.searchNames(ctx, {
    area,
    matterCode: matter.code,
    fields: appeal.fields ?? {},
  });
  // Nothing here waits for anything else: the statements leave together.
  const [order, { phoneEnc }] = await Promise.all([
    orders.openOrder(ctx, { ...openingOf(appeal, area.code, names, repeated), orderId, issueId }),
    saveRequester(ctx, orderId, person, queryCode),
    repeated ??
      issues.openIssue(ctx, {
        ...{ id: issueId, matterCode: matter.code, areaCode: area.code },
        isAsked: true,
      }),
  ]);
  await files.attach(ctx, appeal.fileIds, { orderId, assignmentId: null, purpose: 'appeal' });
  if (repeated) await tellRepeat(ctx, order, repeated);
  return { order, queryCode, phoneEnc };
}

function openingOf(
  appeal: Appeal,
  areaCode: string,
  searchNames: readonly string[],
  repeated: orders.Order | null,
): Omit<orders.Opening, 'orderId' | 'issueId'> {
  return {
    status: appeal.status,
    type: appeal.type,
    matterCode: appeal.matterCode,
    areaCode,
    urgency: appeal.urgency,
    secrecy: appeal.secrecy,
    channel: appeal.channel,
    words: {
      title: appeal.title || titleOf(appeal.content),
      content: appeal.content,
      demand: appeal.demand ?? '',
      address: appeal.address,
      subjectName: appeal.subjectName ?? '',
      fields: appeal.fields ?? {},
    },
    searchNames,
    more: {
      lng: appeal.point?.lng ?? null,
      lat: appeal.point?.lat ?? null,
      happened_at: appeal.happenedAt ? new Date(appeal.happenedAt) : null,
      ...(repeated && { repeat_of: repeated.id, repeat_no: repeated.repeat_no + 1 }),
      ...appeal.more,
    },
    data: {
      ...appeal.data,
      // 有无号码、要不要回访: who cannot be called is not counted as one who was not (K31, K40).
      hasNumber: Boolean(appeal.requester.phone),
      needsCallBack: appeal.more?.needs_call_back ?? true,
    },
  };
}

async function tellRepeat(ctx: Context, order: orders.Order, first: orders.Order): Promise<void> {
  await issues.joinIssue(ctx, first.issue_id, order.id);
  tell(ctx, { kind: 'order', id: order.id }, 'intake.repeat-linked', {
    repeats: first.id,
    no: order.repeat_no,
  });
  tell(ctx, { kind: 'order', id: first.id }, 'intake.repeat-linked', {
    repeatedBy: order.id,
    no: order.repeat_no,
  });
  if (meaningOfRepeat(first, ctx.now) === 'urge') await urgeByRepeat(ctx, first);
}

const titleLength = 24;

/** A title when nobody wrote one: the first sentence, cut. */
export function titleOf(content: string): string {
  const sentence = content.trim().split(/[。!?!?\n;;]/)[0] ?? '';
  return sentence.length > titleLength ? `${sentence.slice(0, titleLength)}…` : sentence;
}
