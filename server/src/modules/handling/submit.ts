import type { handling } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { evidencePurpose } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { cancelLater } from '../../platform/jobs.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import {
  type Assignment,
  advanceAssignment,
  holdDuty,
  ofOrder,
  openStates,
  subtree,
} from '../dispatch/index.ts';
import * as files from '../files/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { requesterPhone } from '../requesters/index.ts';
import { checkReply, type Shown } from './check-reply.ts';
import { insertReply, repliesOf } from './handling.repo.ts';
import { isSerious } from './is-serious.ts';
import { maySubmit } from './policy.ts';
import { refuseSamePicture } from './same-picture.ts';

type Submit = InputOf<typeof handling.submit>;

/**
 * T16 提交: the lead's answer goes to review (a serious one to the leader's signature first); a delegated duty goes back
 * to its parent; an assisting or linked unit has done its part.
 */
export async function submit(
  ctx: Context,
  input: Submit,
): Promise<ReplyOf<typeof handling.submit>> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(maySubmit(ctx.actor, order, duty));
  const [form, duties, replies] = await Promise.all([
    matters.replyForm(ctx, order.matter_code),
    ofOrder(ctx, order.id),
    repliesOf(ctx, order.id),
  ]);
  checkReply(form, input, duty.role, shownBelow(replies, duty, duties));
  await refuseSamePicture(ctx, input.evidence);
  await refuseWhileChildrenWork(ctx, duty, duties);
  if (form.mustContact && duty.role === 'lead') await refuseUncontacted(ctx, duty, duties);

  const data = await keepReply(ctx, order, duty, input);
  cancelLater(ctx, `sign:${duty.id}`);
  if (duty.role !== 'lead') return finishPart(ctx, duty, data);
  if (await isSerious(ctx, order)) {
    await advanceAssignment(ctx, duty, 'ask-sign-off', { data });
    return { state: 'to-sign-off' };
  }
  await Promise.all([
    advanceAssignment(ctx, duty, 'submit', { set: { submitted_at: ctx.now }, data }),
    orders.advance(ctx, order, 'submit-reply', { data: { lead: duty.unit_code } }),
  ]);
  return { state: 'submitted' };
}

/** 下级已交: what the units this duty was delegated to have already shown. */
function shownBelow(
  replies: Awaited<ReturnType<typeof repliesOf>>,
  duty: Assignment,
  duties: readonly Assignment[],
): Shown {
  const below = new Set(subtree(duty, duties).map(({ id }) => id));
  const shown = replies.filter(
    ({ assignment_id }) => assignment_id !== duty.id && below.has(assignment_id),
  );
  return {
    evidence: new Set(shown.flatMap(({ evidence }) => evidence.map(({ code }) => code))),
    hasMeasures: shown.some(({ measures }) => measures.length > 0),
  };
}

async function finishPart(
  ctx: Context,
  duty: Assignment,
  data: ReplyMarks,
): Promise<{ state: 'done' }> {
  const submitted = await advanceAssignment(ctx, duty, 'submit', {
    set: { submitted_at: ctx.now },
    data,
  });
  await advanceAssignment(ctx, submitted, 'finish', { set: { done_at: ctx.now } });
  return { state: 'done' };
}

async function refuseWhileChildrenWork(
  ctx: Context,
  duty: Assignment,
  duties: readonly Assignment[],
): Promise<void> {
  const open = duties.find(
    ({ parent_id, state }) =>
      parent_id === duty.id && (openStates as readonly string[]).includes(state),
  );
  if (!open) return;
  const unit = await organisation.unit(ctx, open.unit_code);
  refuseUnless(false, 'handling.children-open', { unit: unit.name });
}

/** Whoever left a number is spoken with before the answer; somebody of the chain has done it. */
async function refuseUncontacted(
  ctx: Context,
  duty: Assignment,
  duties: readonly Assignment[],
): Promise<void> {
  const spoken = duties.some(
    ({ contacted_at, round }) => contacted_at !== null && round === duty.round,
  );
  if (spoken) return;
  refuseUnless((await requesterPhone(ctx, duty.order_id)) === null, 'handling.contact-first');
}

interface ReplyMarks {
  readonly [key: string]: string | number | null;
}

/** Words into `orders.text`, the form into `handling.reply`, photos to the order. */
async function keepReply(
  ctx: Context,
  order: orders.Order,
  duty: Assignment,
  input: Submit,
): Promise<ReplyMarks> {
  // The citizen reads one answer, the lead's: what other units wrote for the public stays a reply.
  const answerKind = duty.role === 'lead' ? 'answer' : 'reply';
  const [inside, answer, why] = await Promise.all([
    orders.addText(ctx, order.id, { kind: 'reply', content: input.process }),
    orders.addText(ctx, order.id, { kind: answerKind, content: input.publicAnswer }),
    input.unsolvedReason
      ? orders.addText(ctx, order.id, { kind: 'reason', content: input.unsolvedReason })
      : null,
  ]);
  for (const { code, fileId } of input.evidence) {
    await files.attach(ctx, [fileId], {
      orderId: order.id,
      assignmentId: duty.id,
      purpose: evidencePurpose(code),
    });
  }
  const id = ctx.newId();
  await insertReply(ctx, {
    id,
    orderId: order.id,
    assignmentId: duty.id,
    unitCode: duty.unit_code,
    isTrue: input.isTrue,
    isSolved: input.isSolved,
    unsolvedNo: why?.no ?? null,
    processNo: inside.no,
    answerNo: answer.no,
    basis: input.basis,
    measures: input.measures,
    assetChanges: input.assetChanges.map(({ what, count, place, at }) => ({
      what,
      count,
      place,
      at: at ?? null,
    })),
    evidence: input.evidence,
  });
  return {
    reply: id,
    text: inside.no,
    digest: inside.digest,
    answer: answer.no,
    answerDigest: answer.digest,
    solved: input.isSolved,
  };
}
