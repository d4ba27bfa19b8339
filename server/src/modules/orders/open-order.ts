import type { AppealType, Channel, SecrecyLevel, Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import type { Json } from '../../platform/json.ts';
import { nextSerial } from './next-serial.ts';
import type { NewOrder, Order } from './order.ts';
import { orderNumber } from './order-no.ts';
import { insert } from './orders.repo.ts';
import { writeSearch } from './search.repo.ts';
import { type OrderBeginning, orderBeginnings } from './steps.ts';
import { addFirstText, type Words } from './texts.repo.ts';
import { withoutPeopleIn } from './unit-search.ts';

export interface Opening {
  orderId: string;
  issueId: string;
  status: OrderBeginning;
  type: AppealType;
  matterCode: string;
  areaCode: string;
  urgency: Urgency;
  secrecy: SecrecyLevel;
  channel: Channel;
  words: Omit<Words, 'kind'>;
  /** Columns only some channels fill. */
  more?: Partial<NewOrder> | undefined;
  data?: Readonly<Record<string, Json>>;
  /** Names searched beside the words: area, matter, fields. */
  searchNames: readonly string[];
}

/** 立单: writes the order, its words and what search finds it by. The issue is opened by the caller. */
export async function openOrder(ctx: Context, opening: Opening): Promise<Order> {
  const orderNo = orderNumber(ctx, await nextSerial(ctx));
  const subject = { kind: 'order', id: opening.orderId } as const;
  isNew(ctx, subject);
  const row = rowOf(ctx, opening, orderNo);
  const words: Words = { ...opening.words, kind: 'appeal' };
  const [, text] = await Promise.all([
    insert(ctx, row),
    addFirstText(ctx, opening.orderId, words),
    writeSearch(ctx, row, foundBy(opening)),
  ]);
  tell(ctx, subject, orderBeginnings[opening.status], {
    ...opening.data,
    from: null,
    to: opening.status,
    issueId: opening.issueId,
    type: opening.type,
    matter: opening.matterCode,
    area: opening.areaCode,
    urgency: opening.urgency,
    secrecy: opening.secrecy,
    channel: opening.channel,
    text: text.no,
    digest: text.digest,
  });
  announce(ctx, `desk:${opening.status}`);
  return row as Order;
}

function foundBy({ words, searchNames: names, secrecy }: Opening) {
  const { title = '', content, address = '', subjectName = '' } = words;
  const centre = { title, content, address, names: [...names, subjectName] };
  return { centre, units: secrecy === 0 ? null : withoutPeopleIn(centre) };
}

function rowOf(ctx: Context, opening: Opening, orderNo: string): NewOrder {
  return {
    needs_reply: true,
    needs_call_back: true,
    accepted_by_rule: false,
    to_check: false,
    round: 0,
    info_asked: 0,
    repeat_no: 0,
    lead_unit: null,
    lead_path: null,
    due_at: null,
    promise_at: null,
    repeat_of: null,
    triggers: [],
    ...opening.more,
    city_id: ctx.cityId,
    id: opening.orderId,
    order_no: orderNo,
    status: opening.status,
    status_since: ctx.now,
    issue_id: opening.issueId,
    type: opening.type,
    matter_code: opening.matterCode,
    area_code: opening.areaCode,
    urgency: opening.urgency,
    secrecy: opening.secrecy,
    channel: opening.channel,
    accepted_at: ctx.now,
    accepted_by: ctx.actor.accountId,
  };
}
