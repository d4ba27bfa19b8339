import type { handling } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { isStanding } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import {
  type Assignment,
  type DutyKey,
  holds,
  mayDelegate,
  ofOrder,
  one,
  owesStageReports,
} from '../dispatch/index.ts';
import { returnWindow } from '../disputes/index.ts';
import * as files from '../files/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { withoutPeople } from '../text/index.ts';
import { dutyAbilities } from './duty-abilities.ts';
import { repliesOf } from './handling.repo.ts';
import { infoRequestsOf } from './info-requests.ts';
import { isSerious } from './is-serious.ts';

type View = ReplyOf<typeof handling.dutyView>;

/** 任务视图: what a handler needs of one duty, and nothing of the requester. */
export async function dutyView(ctx: Context, key: DutyKey): Promise<View> {
  const order = await orders.findVisible(ctx, key.orderId);
  const duty = await one(ctx, key.orderId, key.assignmentId);
  refuseUnless(holds(ctx.actor, duty), 'handling.not-yours');
  const [duties, texts, replies, kept, form, matter, areas] = await Promise.all([
    ofOrder(ctx, order.id),
    orders.textsOf(ctx, order.id),
    repliesOf(ctx, order.id),
    files.filesOf(ctx, order.id),
    matters.replyForm(ctx, order.matter_code),
    matters.matter(ctx, order.matter_code),
    organisation.areaNames(ctx, [order.area_code]),
  ]);
  const names = await organisation.unitNames(
    ctx,
    [...duties, ...kept].flatMap(({ unit_code }) => unit_code ?? []),
  );
  const info = await infoRequestsOf(ctx, order, texts);
  const returnUntil = await returnWindow(ctx);
  const words = orders.textForUnits(texts);
  const hide = (text: string) => (order.secrecy >= 1 ? withoutPeople(text) : text);
  const contentOf = (no: number) => texts.find((text) => text.no === no)?.content ?? '';
  return {
    ...dutyWords(duty),
    orderId: order.id,
    orderNo: order.order_no,
    urgency: order.urgency,
    title: hide(words?.title ?? ''),
    content: hide(words?.content ?? ''),
    note: hide(duty.note_no === null ? '' : contentOf(duty.note_no)),
    matterName: matter.leaf,
    areaName: areas.get(order.area_code) ?? '',
    address: orders.appealText(texts)?.address ?? '',
    point: order.lng !== null && order.lat !== null ? { lng: order.lng, lat: order.lat } : null,
    unitName: names.get(duty.unit_code) ?? duty.unit_code,
    evidence: form.evidence,
    asksMeasures: form.measures,
    asksAssetChanges: form.assetChanges,
    // A duty sent back is only signed again, but whom it has reached it need not reach once more.
    mustContact: form.mustContact && duty.contacted_at === null,
    needsSignOff: duty.role === 'lead' && (await isSerious(ctx, order)),
    isEntrusted: duty.readers !== null,
    abilities: [
      ...dutyAbilities(ctx.actor, order, duty, { now: ctx.now, returnUntil }),
      ...(mayDelegate(ctx.actor, order, duty).allowed ? ['delegate'] : []),
    ],
    others: await othersOf(ctx, duty, duties, names),
    infoRequests: info.requests.map((one) => ({
      ...one,
      question: hide(one.question),
      answer: one.answer === null ? null : hide(one.answer),
    })),
    supplements: texts
      .filter(({ kind, no }) => kind === 'supplement' && !info.answers.has(no))
      .map(({ at, content }) => ({ at: at.toISOString(), content: hide(content) })),
    replies: replies.map((reply) => ({
      at: reply.at.toISOString(),
      unitName: names.get(reply.unit_code) ?? reply.unit_code,
      isSolved: reply.is_solved,
      publicAnswer: contentOf(reply.answer_no),
      process: contentOf(reply.process_no),
    })),
    files: kept.map((file) => files.fileViewOf(ctx, file, names.get(file.unit_code ?? '') ?? null)),
  };
}

function dutyWords(duty: Assignment) {
  return {
    assignmentId: duty.id,
    state: duty.state,
    role: duty.role,
    sentAt: duty.sent_at.toISOString(),
    signDueAt: duty.sign_due_at?.toISOString() ?? null,
    contactDueAt: duty.contact_due_at?.toISOString() ?? null,
    dueAt: duty.due_at?.toISOString() ?? null,
    stageReportDueAt: owesStageReports(duty)
      ? (duty.stage_report_due_at?.toISOString() ?? null)
      : null,
    arrivedAt: duty.arrived_at?.toISOString() ?? null,
    fixedAt: duty.fixed_at?.toISOString() ?? null,
  };
}

/** C1: each side sees the other's status and first photo. */
async function othersOf(
  ctx: Context,
  duty: Assignment,
  duties: readonly Assignment[],
  names: ReadonlyMap<string, string>,
): Promise<View['others']> {
  const others = duties.filter(({ id, state }) => id !== duty.id && isStanding(state));
  return Promise.all(
    others.map(async (other) => ({
      unitName: names.get(other.unit_code) ?? other.unit_code,
      role: other.role,
      state: other.state,
      arrivedAt: other.arrived_at?.toISOString() ?? null,
      firstPhotoId: (await files.firstPhotoOf(ctx, other.order_id, other.id))?.id ?? null,
    })),
  );
}
