import type { supervision as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Instrument } from '@minsheng/contract/words/supervision.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import type { Assignment } from '../dispatch/index.ts';
import { draftLetter } from '../letters/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { giveTask } from '../tasks/index.ts';
import { withoutPeople } from '../text/index.ts';
import { askVisit } from '../visits/index.ts';
import type { Level } from './levels.ts';
import type { Supervision } from './supervisions.repo.ts';
import { instrumentWords as text } from './text.ts';

interface Making {
  order: orders.Order;
  holder: Pick<Assignment, 'readers'>;
  one: Supervision;
  level: Level;
  input: InputOf<typeof contract.supervise>;
}

interface Made {
  letter_id?: string | null;
  task_id?: string;
  visit_id?: string;
}

/** 文书模板 of the ways to supervise that are a letter. */
const templates: Partial<Record<Instrument, string>> = {
  notice: 'supervision-notice',
  'work-reminder': 'work-reminder',
  circular: 'circular',
  transfer: 'transfer-letter',
};

/**
 * 督办手段: the letter is drafted, the task given, the visit asked for with the supervision itself, and goes its own way
 * then. Of an order of named readers a leader's note is a task of the first of them (`ways.ts` refuses the rest). A message
 * and a talk leave nothing but the supervision.
 */
export async function makeInstrument(ctx: Context, making: Making): Promise<Made> {
  const { instrument } = making.input;
  const template = templates[instrument];
  if (template) return { letter_id: await draft(ctx, making, template) };
  if (instrument === 'leaders-note' || instrument === 'media')
    return { task_id: await give(ctx, making) };
  if (instrument === 'site-visit') return { visit_id: await sendSomebody(ctx, making) };
  return nothing;
}

const nothing: Made = { letter_id: null };

/** 公文拟稿: approved and numbered by a second person. A transfer goes to whoever it is handed to. */
async function draft(
  ctx: Context,
  { order, one, input }: Making,
  template: string,
): Promise<string> {
  const isTransfer = input.instrument === 'transfer';
  refuseUnless(!isTransfer || input.toUnit, 'supervision.transfer-needed');
  const [names, matterNames] = await Promise.all([
    organisation.unitNames(ctx, [one.unit_code]),
    matters.matterNames(ctx, [order.matter_code]),
  ]);
  const subject = text.subject(order.order_no);
  const facts = text.facts({
    orderNo: order.order_no,
    matter: matterNames.get(order.matter_code) ?? '',
    unit: names.get(one.unit_code) ?? one.unit_code,
    due: order.due_at ? organisation.cityHour(order.due_at, ctx.city.zone).on : '',
    isLate: order.due_at !== null && order.due_at < ctx.now,
  });
  const { letterId } = await draftLetter(ctx, {
    template,
    slots: {
      subject,
      facts,
      ...(isTransfer ? { reason: input.reason } : { demands: input.demands }),
    },
    toUnits: [isTransfer && input.toUnit ? input.toUnit : one.unit_code],
    concern: { kind: 'order', id: order.id },
  });
  return letterId;
}

/** 领导批示、媒体问效 as a task of the last holder. */
async function give(ctx: Context, { order, holder, one, level, input }: Making): Promise<string> {
  const isNote = input.instrument === 'leaders-note';
  refuseUnless(!isNote || input.leader, 'supervision.leader-needed');
  const [ownerId] = order.secrecy === 3 ? (holder.readers ?? []) : [];
  refuseUnless(order.secrecy < 3 || ownerId, 'supervision.nobody-named');
  const { taskId } = await giveTask(ctx, {
    kind: isNote ? 'leaders-note' : 'media-question',
    title: text.task(order.order_no, level.name),
    wanted: input.demands,
    unit: one.unit_code,
    ...(ownerId && { ownerId }),
    limit: level.replyLimit ?? { kind: 'working-days', days: 5 },
    ...(input.leader && { note: { leader: input.leader, words: input.reason } }),
    subject: { kind: 'supervision', id: one.id },
    orderId: order.id,
  });
  return taskId;
}

/** 现场督办: somebody who does not answer for the order goes and looks. */
async function sendSomebody(ctx: Context, { order, one, input }: Making): Promise<string> {
  refuseUnless(input.toUnit, 'supervision.visitor-needed');
  const texts = await orders.textsOf(ctx, order.id);
  // Whoever goes there holds no duty: of an order with secrecy they learn no more than the units that do.
  const hides = order.secrecy >= 1;
  const told = hides ? orders.textForUnits(texts) : orders.appealText(texts);
  const address = hides ? withoutPeople(told?.address ?? '') : told?.address;
  const { visitId } = await askVisit(ctx, {
    purpose: 'supervision',
    concern: { kind: 'order', id: order.id },
    checklist: 'general',
    visitorUnit: input.toUnit,
    place: address || text.somewhere(order.order_no),
    what: input.demands,
    visitBy: dayOf((one.answer_due_at ?? ctx.now).getTime(), ctx.city.zone),
  });
  return visitId;
}
