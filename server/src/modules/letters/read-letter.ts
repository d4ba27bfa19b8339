import type { letters as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import type { Decision } from '../../platform/refusal.ts';
import { filesHeldBy, fileViewOf, type StoredFile } from '../files/index.ts';
import { accountName } from '../identity/index.ts';
import { unitNames } from '../organisation/index.ts';
import { concernLabel, mayOpen } from './concern.ts';
import { correctionsOf, findVisible, type Letter, visibleOrNull } from './letters.repo.ts';
import { isLate, isUnsignedLate, letterRowOf } from './list-letters.ts';
import {
  mayAnswer,
  mayApprove,
  mayChange,
  mayCorrect,
  mayJudge,
  maySend,
  maySign,
  mayWithdraw,
} from './policy.ts';
import { type Answer, answersOf, type Receipt, receiptsOf } from './receipts.repo.ts';
import { letterText } from './text.ts';

type Reply = ReplyOf<typeof contract.readLetter>;

/** 函件详情. A unit sees of the others only that the letter went to them, never what they answered. */
export async function readLetter(
  ctx: Context,
  { letterId }: InputOf<typeof contract.readLetter>,
): Promise<Reply> {
  const letter = await findVisible(ctx, letterId);
  const all = await receiptsOf(ctx, [letterId]);
  const names = await unitNames(
    ctx,
    all.map(({ unit_code }) => unit_code),
  );
  const shown = all.filter((receipt) => isOpenTo(ctx, receipt));
  const receipts = await receiptViews(ctx, letter, { shown, names });
  const isCentre = ctx.actor.has('letters.write');
  return {
    ...letterRowOf(ctx, letter, shown),
    body: letter.body,
    organ: letter.organ,
    to: all.map(({ unit_code }) => names.get(unit_code) ?? unit_code),
    ...(await linksOf(ctx, letter)),
    draftedBy: isCentre ? await nameOf(ctx, letter.drafted_by) : letter.organ,
    approved: await approvalOf(ctx, letter, isCentre),
    withdrawn: await withdrawalOf(ctx, letter),
    receipts,
    mayPrintPdf: ctx.ports.printer.isThere,
    can: abilities(ctx, letter, all),
  };
}

/** The centre, and the unit itself with those above it. */
export function isOpenTo({ actor }: Context, { unit_path }: Receipt): boolean {
  if (actor.has('letters.write') || actor.has('letters.approve')) return true;
  const path = actor.unitPath;
  return path !== null && (unit_path === path || unit_path.startsWith(`${path}/`));
}

function abilities(ctx: Context, letter: Letter, receipts: readonly Receipt[]): Reply['can'] {
  const { actor } = ctx;
  const own =
    receipts.find(({ unit_code, sent_at }) => sent_at && unit_code === actor.unitCode) ?? null;
  const yes = ({ allowed }: Decision) => allowed;
  return {
    change: yes(mayChange(actor, letter)),
    approve: yes(mayApprove(actor, letter)),
    send: yes(maySend(actor, letter)),
    withdraw: yes(mayWithdraw(actor, letter)),
    sign: yes(maySign(actor, own)),
    answer: yes(mayAnswer(actor, own)),
    judge: receipts.some((receipt) => yes(mayJudge(actor, receipt))),
    correct: yes(mayCorrect(actor, letter)),
  };
}

async function linksOf(
  ctx: Context,
  letter: Letter,
): Promise<Pick<Reply, 'concern' | 'corrects' | 'correctedBy'>> {
  const { concern_kind: kind, concern_id: id } = letter;
  const about = kind && id ? { kind, id } : null;
  const concern = about && {
    ...about,
    label: await concernLabel(ctx, about),
    mayOpen: await mayOpen(ctx, about),
  };
  const [later] = await correctionsOf(ctx, letter.id);
  const before = letter.corrects_id ? await visibleOrNull(ctx, letter.corrects_id) : null;
  return {
    concern,
    corrects: before && { id: before.id, letterNo: before.letter_no },
    correctedBy: later ? { id: later.id, letterNo: later.letter_no } : null,
  };
}

async function receiptViews(
  ctx: Context,
  letter: Letter,
  { shown, names }: { shown: readonly Receipt[]; names: ReadonlyMap<string, string> },
): Promise<Reply['receipts']> {
  const [answers, files] = await Promise.all([
    answersOf(ctx, letter.id),
    filesHeldBy(ctx, letter.id),
  ]);
  const views: Reply['receipts'] = [];
  for (const receipt of shown) {
    const own = answers.filter(({ unit_code }) => unit_code === receipt.unit_code);
    const signedBy = receipt.signed_by;
    views.push({
      unitCode: receipt.unit_code,
      unitName: names.get(receipt.unit_code) ?? receipt.unit_code,
      state: receipt.state,
      signed: receipt.signed_at && {
        by: await nameOf(ctx, signedBy),
        at: receipt.signed_at.toISOString(),
      },
      dueAt: receipt.due_at?.toISOString() ?? null,
      isLate: isLate(ctx, receipt),
      isUnsignedLate: isUnsignedLate(receipt),
      answers: await Promise.all(own.map((answer) => answerView(ctx, answer, files))),
    });
  }
  return views;
}

async function answerView(
  ctx: Context,
  answer: Answer,
  files: readonly StoredFile[],
): Promise<Reply['receipts'][number]['answers'][number]> {
  const own = files.filter(({ id }) => answer.file_ids.includes(id));
  return {
    no: answer.no,
    content: answer.content,
    files: own.map((file) => fileViewOf(ctx, file, null)),
    by: await nameOf(ctx, answer.answered_by),
    at: answer.answered_at.toISOString(),
    judged:
      answer.judged_at === null || answer.accepted === null
        ? null
        : {
            accepted: answer.accepted,
            reason: answer.reason ?? '',
            at: answer.judged_at.toISOString(),
          },
  };
}

async function approvalOf(
  ctx: Context,
  { approved_at, approved_by, digest, organ }: Letter,
  isCentre: boolean,
): Promise<Reply['approved']> {
  if (approved_at === null || digest === null) return null;
  const by = isCentre ? await nameOf(ctx, approved_by) : organ;
  return { by, at: approved_at.toISOString(), digest: digest.toString('hex') };
}

async function withdrawalOf(ctx: Context, letter: Letter): Promise<Reply['withdrawn']> {
  const { withdrawn_at, withdrawn_by, withdrawn_reason } = letter;
  if (withdrawn_at === null || withdrawn_reason === null) return null;
  const by = await nameOf(ctx, withdrawn_by);
  return { by, at: withdrawn_at.toISOString(), reason: withdrawn_reason };
}

async function nameOf(ctx: Context, accountId: string | null): Promise<string> {
  if (accountId === null) return letterText.system;
  return (await accountName(ctx, accountId)) ?? '';
}
