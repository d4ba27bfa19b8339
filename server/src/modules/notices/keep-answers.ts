import type { NoticeOutcome } from '@minsheng/contract/words/notices.ts';
import type { Context } from '../../platform/context.ts';
import { later } from '../../platform/jobs.ts';
import { type End, standingOf, wentSilent, wentWell } from './carriers.repo.ts';
import { type Answer, carrierOf, endOf, type Taken } from './carriers.ts';
import { jobOf } from './notice-jobs.ts';
import { endTry, type InHand } from './sending.repo.ts';
import { addToTally } from './tally.ts';

const giveUpAfterHours = 6;
const longestPauseSeconds = 1800;
const longestHoldSeconds = 300;

/** 30, 60, 120 … seconds between two tries of one message. */
const pauseSeconds = (tries: number): number => Math.min(15 * 2 ** tries, longestPauseSeconds);

/** 记下结果: what each message came to, and whether the carrier answers at all. */
export async function keepAnswers(
  ctx: Context,
  { channel, messages }: Taken,
  answers: readonly Answer[],
): Promise<void> {
  const holds = await holdsOf(ctx, { channel, messages }, answers);
  const counts = new Map<NoticeOutcome, number>();
  for (const [no, message] of messages.entries()) {
    const answer = answers[no];
    if (!answer) continue;
    const hold = holds.get(keyOf(channel, message)) ?? null;
    const outcome = await keepAnswer(ctx, channel, { message, answer, hold });
    if (outcome) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  addToTally(ctx, channel, counts);
}

const keyOf = (channel: Taken['channel'], { toIndex }: InHand): string =>
  endOf(channel, toIndex).target.toString('hex');

/** Of each end that was asked: is it silent, and until when it is left alone. */
async function holdsOf(
  ctx: Context,
  { channel, messages }: Taken,
  answers: readonly Answer[],
): Promise<Map<string, Date | null>> {
  const asked = Map.groupBy(messages.entries(), ([, message]) => keyOf(channel, message));
  const holds = new Map<string, Date | null>();
  for (const [key, of] of asked) {
    const end = endOf(channel, of[0]?.[1].toIndex ?? null);
    const heard = of.flatMap(([no]) => answers[no] ?? []);
    holds.set(key, await holdFor(ctx, end, heard));
  }
  return holds;
}

/** 通道中断: who is silent is asked again by the first only, after 2, 4, 8 … 300 seconds. */
async function holdFor(ctx: Context, end: End, answers: readonly Answer[]): Promise<Date | null> {
  const silent = answers.find((answer) => answer.kind === 'silent');
  if (!silent || answers.some((answer) => answer.kind !== 'silent')) {
    await wentWell(ctx, end);
    return null;
  }
  const failures = (await standingOf(ctx, end)).failures + 1;
  const seconds = Math.min(2 ** failures, longestHoldSeconds);
  const until = new Date(ctx.now.getTime() + seconds * 1000);
  await wentSilent(ctx, end, { failures, until, error: silent.reason });
  return until;
}

interface Kept {
  readonly message: InHand;
  readonly answer: Answer;
  readonly hold: Date | null;
}

/** What it came to, if it is over. */
async function keepAnswer(
  ctx: Context,
  channel: Taken['channel'],
  { message, answer, hold }: Kept,
): Promise<NoticeOutcome | null> {
  if (answer.kind === 'taken') {
    const { ref } = answer;
    const sent = { state: 'sent', sent_at: ctx.now, carrier_ref: ref, ended_at: null } as const;
    return (await endTry(ctx, message, { ...sent, error: null })) ? 'sent' : null;
  }
  const error = answer.reason.slice(0, 60);
  const ended = { error, ended_at: ctx.now };
  const { asksAgain } = carrierOf(ctx.ports, channel);
  if (answer.kind === 'silent' && answer.mayHaveLeft && !asksAgain)
    return (await endTry(ctx, message, { state: 'uncertain', ...ended })) ? 'uncertain' : null;
  const isOver = ctx.now.getTime() - message.firstTriedAt.getTime() > giveUpAfterHours * 3_600_000;
  if (isOver || (answer.kind === 'refused' && answer.isFinal))
    return (await endTry(ctx, message, { state: 'failed', ...ended })) ? 'failed' : null;
  const pause = new Date(ctx.now.getTime() + pauseSeconds(message.tries) * 1000);
  const at = hold && hold > pause ? hold : pause;
  if (!(await endTry(ctx, message, { state: 'waiting', not_before: at, error }))) return null;
  later(ctx, jobOf(channel), { messageId: message.id }, { at, key: `message:${message.id}` });
  return null;
}
