import type { letters as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { attachTo } from '../files/index.ts';
import { answerLater, noMoreAnswer } from './answer-wait.ts';
import { letterSubject } from './draft-letter.ts';
import { judgementLater, noMoreJudgement } from './judgement-wait.ts';
import { change, type Letter, lockVisible } from './letters.repo.ts';
import { mayAnswer, mayJudge, maySign } from './policy.ts';
import {
  answersOf,
  changeReceipt,
  insertAnswer,
  judge,
  type Receipt,
  receiptsOf,
} from './receipts.repo.ts';
import { noMoreSigning } from './signing-wait.ts';

type Done = { done: true };

/** 签收. */
export async function signLetter(
  ctx: Context,
  { letterId }: InputOf<typeof contract.signLetter>,
): Promise<Done> {
  const { letter, own } = await ownReceipt(ctx, letterId);
  demand(maySign(ctx.actor, own));
  refuseUnless(own, 'letters.not-to-you');
  await changeReceipt(ctx, which(own), {
    state: letter.reply_limit === null ? 'over' : 'to-answer',
    signed_by: ctx.actor.accountId,
    signed_at: ctx.now,
  });
  await noMoreSigning(ctx, own);
  await followReceipts(ctx, letter);
  tell(ctx, letterSubject(letterId), 'letters.signed', { unit: own.unit_code });
  announce(ctx, 'letters');
  return { done: true };
}

/** 反馈, with what proves it. */
export async function answerLetter(
  ctx: Context,
  { letterId, content, fileIds }: InputOf<typeof contract.answerLetter>,
): Promise<Done> {
  const { own } = await ownReceipt(ctx, letterId);
  demand(mayAnswer(ctx.actor, own));
  refuseUnless(own, 'letters.not-to-you');
  const no = (await answersOfUnit(ctx, own)).length + 1;
  await insertAnswer(ctx, {
    letter_id: letterId,
    unit_code: own.unit_code,
    no,
    content,
    file_ids: [...fileIds],
  });
  await attachTo(ctx, fileIds, { kind: 'letter', id: letterId });
  const isLate = own.due_at !== null && ctx.now > own.due_at;
  await changeReceipt(ctx, which(own), {
    state: 'to-review',
    late_at: own.late_at ?? (isLate ? own.due_at : null),
  });
  await noMoreAnswer(ctx, own);
  await judgementLater(ctx, own);
  tell(ctx, letterSubject(letterId), 'letters.answered', {
    unit: own.unit_code,
    no,
    files: [...fileIds],
  });
  announce(ctx, 'letters');
  return { done: true };
}

/** 审核反馈: accepted, or sent back with a reason; then the unit's time begins anew, and late stays late. */
export async function judgeAnswer(
  ctx: Context,
  { letterId, unitCode, accept, reason }: InputOf<typeof contract.judgeAnswer>,
): Promise<Done> {
  const letter = await lockVisible(ctx, letterId);
  const receipt = await receiptOf(ctx, letterId, unitCode);
  demand(mayJudge(ctx.actor, receipt));
  refuseUnless(receipt, 'letters.not-to-you');
  refuseUnless(accept || reason !== '', 'letters.reason-needed');
  const no = (await answersOfUnit(ctx, receipt)).length;
  await judge(ctx, { letter_id: letterId, unit_code: unitCode, no }, { accepted: accept, reason });
  await noMoreJudgement(ctx, receipt);
  const dueAt = accept ? receipt.due_at : await answerLater(ctx, letter, receipt);
  await changeReceipt(ctx, which(receipt), { state: accept ? 'over' : 'sent-back', due_at: dueAt });
  await followReceipts(ctx, letter);
  const happened = accept ? 'letters.accepted' : 'letters.answer-sent-back';
  tell(ctx, letterSubject(letterId), happened, { unit: unitCode, no });
  announce(ctx, 'letters');
  return { done: true };
}

const which = ({ letter_id, unit_code }: Receipt) => ({ letterId: letter_id, unitCode: unit_code });

async function ownReceipt(ctx: Context, letterId: string) {
  const letter = await lockVisible(ctx, letterId);
  return { letter, own: await receiptOf(ctx, letterId, ctx.actor.unitCode) };
}

async function receiptOf(
  ctx: Context,
  letterId: string,
  unitCode: string | null,
): Promise<Receipt | null> {
  const receipts = await receiptsOf(ctx, [letterId]);
  return receipts.find(({ unit_code }) => unit_code === unitCode) ?? null;
}

async function answersOfUnit(ctx: Context, { letter_id, unit_code }: Receipt) {
  const answers = await answersOf(ctx, letter_id);
  return answers.filter((answer) => answer.unit_code === unit_code);
}

/** The letter is signed for, and answered, once everybody has. */
async function followReceipts(ctx: Context, letter: Letter): Promise<void> {
  const receipts = await receiptsOf(ctx, [letter.id]);
  if (receipts.some(({ state }) => state === 'unsigned')) return;
  const isAnswered = letter.reply_limit !== null && receipts.every(({ state }) => state === 'over');
  await change(ctx, letter.id, { state: isAnswered ? 'answered' : 'signed' });
}
