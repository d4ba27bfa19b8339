import type { handling } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { evidencePurpose } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { cancelLater } from '../../platform/jobs.ts';
import { type Assignment, advanceAssignment, holdDuty } from '../dispatch/index.ts';
import * as files from '../files/index.ts';
import * as orders from '../orders/index.ts';
import { checkSubmit } from './check-submit.ts';
import { insertReply } from './handling.repo.ts';
import { isSerious } from './is-serious.ts';
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
  await checkSubmit(ctx, { order, duty }, input);
  await refuseSamePicture(ctx, input.evidence);

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
