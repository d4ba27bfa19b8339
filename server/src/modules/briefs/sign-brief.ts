import type { briefs as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { SectionHolds } from '@minsheng/contract/words/briefs.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import { scanOf } from '../campaigns/index.ts';
import { type Found, leftOf, scanTexts } from '../redaction/index.ts';
import { giveTask } from '../tasks/index.ts';
import { checkLater } from './briefs.jobs.ts';
import { type Brief, changeBrief, lockBrief, nextNumber } from './briefs.repo.ts';
import { mayChange, mayNote, maySign, mayWithdraw } from './policy.ts';
import { endSignWait, unwritten } from './sign-wait.ts';
import { briefText } from './text.ts';

/** 写文字: of the sections that are a person's, over the wording that was seen. */
export async function writeBrief(
  ctx: Context,
  { briefId, wordsNo, title, sections }: InputOf<typeof contract.writeBrief>,
): Promise<{ done: true }> {
  const brief = await lockBrief(ctx, briefId);
  demand(mayChange(ctx.actor, brief));
  refuseUnless(wordsNo === brief.words_no, 'briefs.words-changed');
  const words: Record<string, readonly string[]> = { ...brief.words };
  const writers: Record<string, string> = { ...brief.writers };
  const me = ctx.actor.accountId ?? '';
  if (title !== brief.title) writers.title = me;
  for (const { no, words: said } of sections) {
    refuseUnless(brief.sections[no]?.holds === 'words', 'briefs.no-such-section', { no: no + 1 });
    const paragraphs = paragraphsOf(said);
    if (paragraphs.join('\n') !== (words[no] ?? []).join('\n')) writers[no] = me;
    words[no] = paragraphs;
  }
  await changeBrief(ctx, briefId, {
    title,
    words: JSON.stringify(words),
    words_no: wordsNo + 1,
    writers: JSON.stringify(writers),
    written_by: ctx.actor.accountId,
  });
  announce(ctx, 'briefs');
  return { done: true };
}

const paragraphsOf = (said: string): string[] =>
  said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Counted sections whose lines hold names that persons gave. */
const named: readonly SectionHolds[] = ['problems', 'measures', 'zeros'];

/** 自动扫描 of what persons wrote: the title, their sections, and the names that problems, measures and objects bear. */
export function scanBrief(ctx: Context, brief: Brief): Promise<Found[]> {
  const lines = brief.sections.flatMap(({ holds }, no) =>
    named.includes(holds) ? (brief.counted?.[no] ?? []) : [],
  );
  const texts = [brief.title, ...Object.values(brief.words).flat(), ...lines];
  return brief.about === 'campaign' && brief.about_id !== null
    ? scanOf(ctx, { of: { campaignId: brief.about_id }, texts })
    : scanTexts(ctx, { texts, orderIds: [] });
}

/** 签发: it is numbered in its series, and never changes again. */
export async function signBrief(
  ctx: Context,
  { briefId, wordsNo, nobody }: InputOf<typeof contract.signBrief>,
): Promise<ReplyOf<typeof contract.signBrief>> {
  const brief = await lockBrief(ctx, briefId);
  demand(maySign(ctx.actor, brief));
  refuseUnless(wordsNo === brief.words_no, 'briefs.words-changed');
  const { length: missing } = unwritten(brief);
  refuseUnless(missing === 0, 'briefs.words-missing', { count: missing });
  const { length: count } = leftOf(await scanBrief(ctx, brief), nobody);
  refuseUnless(count === 0, 'briefs.scan-finds', { count });
  const { series } = brief;
  const year = Number(dayOf(ctx.now.getTime(), ctx.city.zone).slice(0, 4));
  const number = await nextNumber(ctx, { series, year });
  await changeBrief(ctx, briefId, {
    ...{ state: 'signed', year, number },
    ...{ signed_by: ctx.actor.accountId, signed_at: ctx.now },
  });
  await endSignWait(ctx, briefId);
  tell(ctx, { kind: 'brief', id: briefId }, 'briefs.signed', { year, number });
  announce(ctx, 'briefs');
  return { briefNo: briefText.number(series, year, number) };
}

/** 作废, also while it is counted: what was begun wrongly need not be waited for. */
export async function withdrawBrief(
  ctx: Context,
  { briefId, reason }: InputOf<typeof contract.withdrawBrief>,
): Promise<{ done: true }> {
  const brief = await lockBrief(ctx, briefId);
  demand(mayWithdraw(ctx.actor, brief));
  await changeBrief(ctx, briefId, {
    ...{ state: 'withdrawn', withdrawn_reason: reason },
    ...(brief.state === 'making' && { counted: JSON.stringify({}) }),
  });
  await endSignWait(ctx, briefId);
  tell(ctx, { kind: 'brief', id: briefId }, 'briefs.withdrawn', {});
  announce(ctx, 'briefs');
  return { done: true };
}

/** 核对. It may take a while: a job does it. */
export async function checkBrief(
  ctx: Context,
  { briefId }: InputOf<typeof contract.checkBrief>,
): Promise<{ isAsked: boolean }> {
  const { state, digest } = await lockBrief(ctx, briefId);
  refuseUnless(state !== 'making', 'briefs.making');
  refuseUnless(digest !== null, 'briefs.never-counted');
  await changeBrief(ctx, briefId, { check_asked_at: ctx.now, check_is_same: null });
  checkLater(ctx, briefId, ctx.now);
  announce(ctx, 'briefs');
  return { isAsked: true };
}

/** 领导批示: what a leader wrote on it becomes a task with an owner and a limit. */
export async function noteOnBrief(
  ctx: Context,
  { briefId, leader, words, ...asked }: InputOf<typeof contract.noteOnBrief>,
): Promise<ReplyOf<typeof contract.noteOnBrief>> {
  const brief = await lockBrief(ctx, briefId);
  demand(mayNote(ctx.actor, brief));
  const given = await giveTask(ctx, {
    ...asked,
    kind: 'leaders-note',
    note: { leader, words },
    subject: { kind: 'brief', id: briefId },
  });
  tell(ctx, { kind: 'brief', id: briefId }, 'briefs.noted', { task: given.taskId });
  announce(ctx, 'briefs');
  return given;
}
