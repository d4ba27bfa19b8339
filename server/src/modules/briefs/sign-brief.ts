import type { briefs as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import { leftOf, scanTexts } from '../redaction/index.ts';
import { giveTask } from '../tasks/index.ts';
import { checkLater } from './briefs.jobs.ts';
import { type Brief, changeBrief, lockBrief, nextNumber } from './briefs.repo.ts';
import { mayChange, mayNote, maySign, mayWithdraw } from './policy.ts';
import { briefText } from './text.ts';

/** 写文字: of the sections that are a person's; whoever wrote last is its writer. */
export async function writeBrief(
  ctx: Context,
  { briefId, title, sections }: InputOf<typeof contract.writeBrief>,
): Promise<{ done: true }> {
  const brief = await lockBrief(ctx, briefId);
  demand(mayChange(ctx.actor, brief));
  const words: Record<string, readonly string[]> = { ...brief.words };
  for (const { no, words: said } of sections) {
    refuseUnless(brief.sections[no]?.holds === 'words', 'briefs.no-such-section', { no: no + 1 });
    words[no] = paragraphsOf(said);
  }
  await changeBrief(ctx, briefId, {
    title,
    words: JSON.stringify(words),
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

/** 自动扫描 of what persons wrote, and of the title. */
export const scanBrief = (ctx: Context, { title, words }: Brief) =>
  scanTexts(ctx, { texts: [title, ...Object.values(words).flat()], orderIds: [] });

/** 签发: it is numbered in its series, and never changes again. */
export async function signBrief(
  ctx: Context,
  { briefId, nobody }: InputOf<typeof contract.signBrief>,
): Promise<ReplyOf<typeof contract.signBrief>> {
  const brief = await lockBrief(ctx, briefId);
  demand(maySign(ctx.actor, brief));
  const missing = brief.sections.filter(
    ({ holds }, no) => holds === 'words' && (brief.words[no] ?? []).length === 0,
  );
  refuseUnless(missing.length === 0, 'briefs.words-missing', { count: missing.length });
  const { length: count } = leftOf(await scanBrief(ctx, brief), nobody);
  refuseUnless(count === 0, 'briefs.scan-finds', { count });
  const { series } = brief;
  const year = Number(dayOf(ctx.now.getTime(), ctx.city.zone).slice(0, 4));
  const number = await nextNumber(ctx, { series, year });
  await changeBrief(ctx, briefId, {
    ...{ state: 'signed', year, number },
    ...{ signed_by: ctx.actor.accountId, signed_at: ctx.now },
  });
  tell(ctx, { kind: 'brief', id: briefId }, 'briefs.signed', { year, number });
  announce(ctx, 'briefs');
  return { briefNo: briefText.number(series, year, number) };
}

/** 作废. */
export async function withdrawBrief(
  ctx: Context,
  { briefId, reason }: InputOf<typeof contract.withdrawBrief>,
): Promise<{ done: true }> {
  const brief = await lockBrief(ctx, briefId);
  demand(mayWithdraw(ctx.actor, brief));
  refuseUnless(brief.state !== 'making', 'briefs.making');
  await changeBrief(ctx, briefId, { state: 'withdrawn', withdrawn_reason: reason });
  tell(ctx, { kind: 'brief', id: briefId }, 'briefs.withdrawn', {});
  announce(ctx, 'briefs');
  return { done: true };
}

/** 核对. It may take a while: a job does it. */
export async function checkBrief(
  ctx: Context,
  { briefId }: InputOf<typeof contract.checkBrief>,
): Promise<{ isAsked: boolean }> {
  const { state } = await lockBrief(ctx, briefId);
  refuseUnless(state !== 'making', 'briefs.making');
  await changeBrief(ctx, briefId, { check_asked_at: ctx.now, check_is_same: null });
  checkLater(ctx, briefId);
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
