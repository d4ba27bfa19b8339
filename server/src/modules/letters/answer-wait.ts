import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { cancelLater, handle, job, later } from '../../platform/jobs.ts';
import { notify } from '../notices/index.ts';
import { cityHour, dutyAt } from '../organisation/index.ts';
import * as waits from '../waits/index.ts';
import { letterSubject } from './draft-letter.ts';
import { change, type Letter, lockVisible } from './letters.repo.ts';
import { changeReceipt, type Receipt, receiptsOf } from './receipts.repo.ts';
import { replyLimit } from './templates.ts';

const receiptOf = z.object({ letterId: z.uuid(), unitCode: z.string() });
type Which = z.output<typeof receiptOf>;

const remind = job('letters:remind', receiptOf);
const remindKey = ({ letterId, unitCode }: Which) => `letter-remind:${letterId}:${unitCode}`;

const keyOf = ({ letter_id, no }: Pick<Receipt, 'letter_id' | 'no'>) =>
  ({ kind: 'letter-answer', id: letter_id, no }) as const;

/** 反馈期限, counted from now by the letter's own limit; null where no answer is wanted. */
export async function answerLater(
  ctx: Context,
  letter: Pick<Letter, 'reply_limit'>,
  receipt: Receipt,
): Promise<Date | null> {
  if (letter.reply_limit === null) return null;
  const dueAt = await waits.waitFor(ctx, keyOf(receipt), replyLimit.parse(letter.reply_limit));
  remindBefore(ctx, receipt, { from: ctx.now, dueAt });
  return dueAt;
}

export async function noMoreAnswer(ctx: Context, receipt: Receipt): Promise<void> {
  await waits.waitNoMore(ctx, keyOf(receipt));
  cancelLater(ctx, remindKey(whichOf(receipt)));
}

/** 催复: once when four fifths of the time are over. */
function remindBefore(
  ctx: Context,
  receipt: Receipt,
  { from, dueAt }: { from: Date; dueAt: Date },
): void {
  const at = new Date(from.getTime() + (dueAt.getTime() - from.getTime()) * 0.8);
  const which = whichOf(receipt);
  if (at >= ctx.now) later(ctx, remind, which, { at, key: remindKey(which) });
  else cancelLater(ctx, remindKey(which));
}

const whichOf = ({ letter_id, unit_code }: Receipt): Which => ({
  letterId: letter_id,
  unitCode: unit_code,
});

handle(remind, async (ctx, { letterId, unitCode }) => {
  const letter = await lockVisible(ctx, letterId);
  const receipt = (await receiptsOf(ctx, [letterId])).find(
    ({ unit_code }) => unit_code === unitCode,
  );
  if (!receipt?.due_at || !isUnanswered(receipt)) return;
  const { on, time } = cityHour(receipt.due_at, ctx.city.zone);
  await notify(ctx, {
    template: 'letter-due',
    channel: 'sms',
    to: { kind: 'duty', unitCode, position: 1 },
    facts: { letter_no: letter.letter_no ?? '', due: `${on} ${time}` },
    urgent: false,
  });
});

const isUnanswered = ({ state }: Receipt): boolean => state !== 'to-review' && state !== 'over';

const heldBy = async (ctx: Context, { id, no }: waits.WaitKey): Promise<Receipt | undefined> =>
  (await receiptsOf(ctx, [id])).find((one) => one.no === no);

waits.waitRules({
  kind: 'letter-answer',
  subject: 'letter',
  topic: 'letters',
  standing: async (ctx, key) => {
    await lockVisible(ctx, key.id);
    const receipt = await heldBy(ctx, key);
    return receipt && isUnanswered(receipt) ? 'waiting' : 'over';
  },
  pauses: null,
  moved: async (ctx, wait, dueAt) => {
    const receipt = await heldBy(ctx, wait);
    if (!receipt) return;
    await changeReceipt(ctx, whichOf(receipt), { due_at: dueAt });
    // What the letter says is when it was first due; a limit begun anew is the unit's own.
    const { due_at: first } = await lockVisible(ctx, wait.id);
    if (first?.getTime() === wait.dueAt.getTime()) await change(ctx, wait.id, { due_at: dueAt });
    remindBefore(ctx, receipt, { from: wait.fromAt, dueAt });
  },
  atEnd: { does: overdue },
});

/** 逾期未反馈: told to the unit and its leader, once for each limit; an answer sent back brings a new one. Late stays late. */
async function overdue(ctx: Context, wait: waits.Wait): Promise<void> {
  const receipt = await heldBy(ctx, wait);
  if (!receipt) return;
  const { letter_no } = await lockVisible(ctx, wait.id);
  await changeReceipt(ctx, whichOf(receipt), { late_at: receipt.late_at ?? wait.dueAt });
  const unitCode = receipt.unit_code;
  const roster = await dutyAt(ctx, unitCode, ctx.now);
  // One person alone is told once.
  for (const position of roster.length < 2 ? [1] : [1, 2])
    await notify(ctx, {
      template: 'letter-overdue',
      channel: 'sms',
      to: { kind: 'duty', unitCode, position },
      facts: { letter_no: letter_no ?? '' },
      urgent: false,
    });
  tell(ctx, letterSubject(wait.id), 'letters.overdue', { unit: unitCode });
  announce(ctx, 'letters');
}
