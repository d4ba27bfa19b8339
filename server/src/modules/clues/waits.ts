import type { Context } from '../../platform/context.ts';
import * as waits from '../waits/index.ts';
import type { Clue, Sending } from './clue.ts';
import { lockClue } from './clues.repo.ts';
import { openContestOf } from './contests.repo.ts';
import { changeSending, latestSending } from './sendings.repo.ts';
import { toTell } from './who-to-tell.ts';

interface OneSending {
  readonly id: string;
  readonly no: number;
}

const work = (id: string) => ({ kind: 'violation-work', id, no: 0 }) as const;
const receipt = ({ id, no }: OneSending) => ({ kind: 'violation-receipt', id, no }) as const;
const result = ({ id, no }: OneSending) => ({ kind: 'violation-result', id, no }) as const;
const feedback = (id: string) => ({ kind: 'violation-feedback', id, no: 0 }) as const;
const contest = (id: string) => ({ kind: 'record-contest', id, no: 0 }) as const;

/** 待中心办: each step anew. */
export const workLater = (ctx: Context, id: string): Promise<Date> =>
  waits.waitForCentre(ctx, work(id), 'violation-work');
export const noMoreWork = (ctx: Context, id: string): Promise<void> =>
  waits.waitNoMore(ctx, work(id));
export const receiptLater = (ctx: Context, sending: OneSending): Promise<Date> =>
  waits.waitForCentre(ctx, receipt(sending), 'violation-receipt');
export const noMoreReceipt = (ctx: Context, sending: OneSending): Promise<void> =>
  waits.waitNoMore(ctx, receipt(sending));
export const resultLater = (ctx: Context, sending: OneSending): Promise<Date> =>
  waits.waitForCentre(ctx, result(sending), 'violation-result');
export const noMoreResult = (ctx: Context, sending: OneSending): Promise<void> =>
  waits.waitNoMore(ctx, result(sending));
export const feedbackLater = (ctx: Context, id: string): Promise<Date> =>
  waits.waitForCentre(ctx, feedback(id), 'violation-feedback');
export const noMoreFeedback = (ctx: Context, id: string): Promise<void> =>
  waits.waitNoMore(ctx, feedback(id));
/** By the clue that is contested: one contest at a time. */
export const contestLater = (ctx: Context, clueId: string): Promise<Date> =>
  waits.waitForCentre(ctx, contest(clueId), 'record-contest');
export const noMoreContest = (ctx: Context, clueId: string): Promise<void> =>
  waits.waitNoMore(ctx, contest(clueId));

const ofClues = { subject: 'clue', topic: 'clues', pauses: null } as const;

waits.waitRules({
  kind: 'violation-work',
  ...ofClues,
  standing: async (ctx, { id }) => {
    const { state } = await lockClue(ctx, id);
    return state === 'draft' || state === 'signed' || state === 'declined' ? 'waiting' : 'over';
  },
  moved: null,
  atEnd: { tells: async () => [waits.centre('analyst'), waits.centre('director')] },
});

async function heldBy(
  ctx: Context,
  { id, no }: waits.WaitKey,
): Promise<{ clue: Clue; sending: Sending | null }> {
  const clue = await lockClue(ctx, id);
  const sending = await latestSending(ctx, id);
  return { clue, sending: sending?.no === no ? sending : null };
}

/** 执法单位没有办: its leader hears, then whoever handed it over. */
const tellsUnit = async (
  ctx: Context,
  key: waits.WaitKey,
): Promise<[waits.Responsible, waits.Responsible]> => {
  const { sending } = await heldBy(ctx, key);
  const accountId = sending?.sent_by ?? null;
  return [
    { unitCode: sending?.unit_code ?? null, role: 'unit-leader', accountId: null },
    { unitCode: null, role: accountId === null ? 'analyst' : null, accountId },
  ];
};

waits.waitRules({
  kind: 'violation-receipt',
  ...ofClues,
  standing: async (ctx, key) => {
    const { clue, sending } = await heldBy(ctx, key);
    const waiting = clue.state === 'sent' && sending !== null && sending.receipt_at === null;
    return waiting ? 'waiting' : 'over';
  },
  moved: (ctx, { id, no }, dueAt) =>
    changeSending(ctx, { clue_id: id, no }, { receipt_due_at: dueAt }),
  atEnd: { tells: tellsUnit },
});

waits.waitRules({
  kind: 'violation-result',
  ...ofClues,
  standing: async (ctx, key) => {
    const { clue, sending } = await heldBy(ctx, key);
    const isOpen = clue.state === 'sent' || clue.state === 'accepted';
    return isOpen && sending !== null ? 'waiting' : 'over';
  },
  moved: (ctx, { id, no }, dueAt) =>
    changeSending(ctx, { clue_id: id, no }, { result_due_at: dueAt }),
  atEnd: { tells: tellsUnit },
});

waits.waitRules({
  kind: 'violation-feedback',
  ...ofClues,
  standing: async (ctx, { id }) => {
    const { state } = await lockClue(ctx, id);
    const isOwed = state === 'closed' && (await toTell(ctx, id)).length > 0;
    return isOwed ? 'waiting' : 'over';
  },
  moved: null,
  atEnd: { tells: async () => [waits.centre('analyst'), waits.centre('director')] },
});

waits.waitRules({
  kind: 'record-contest',
  ...ofClues,
  standing: async (ctx, { id }) => {
    await lockClue(ctx, id);
    return (await openContestOf(ctx, id)) === null ? 'over' : 'waiting';
  },
  moved: null,
  atEnd: { tells: async () => [waits.centre('reviewer'), waits.centre('director')] },
});
