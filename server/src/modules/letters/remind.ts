import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { cancelLater, handle, job, later } from '../../platform/jobs.ts';
import { notify } from '../notices/index.ts';
import { cityHour } from '../organisation/index.ts';
import { letterSubject } from './draft-letter.ts';
import { type Letter, lockVisible } from './letters.repo.ts';
import { changeReceipt, type Receipt, receiptsOf } from './receipts.repo.ts';

const receipt = z.object({ letterId: z.uuid(), unitCode: z.string() });
type Which = z.output<typeof receipt>;

const remind = job('letters:remind', receipt);
const overdue = job('letters:overdue', receipt);

const keys = ({ letterId, unitCode }: Which) => ({
  remind: `letter-remind:${letterId}:${unitCode}`,
  overdue: `letter-overdue:${letterId}:${unitCode}`,
});

/** 催复: once when four fifths of the time are over, and once at its end. */
export function remindLater(ctx: Context, { dueAt, ...which }: Which & { dueAt: Date }): void {
  const span = dueAt.getTime() - ctx.now.getTime();
  const at = new Date(ctx.now.getTime() + span * 0.8);
  later(ctx, remind, which, { at, key: keys(which).remind });
  later(ctx, overdue, which, { at: dueAt, key: keys(which).overdue });
}

export function noMoreReminders(ctx: Context, which: Which): void {
  cancelLater(ctx, keys(which).remind);
  cancelLater(ctx, keys(which).overdue);
}

handle(remind, async (ctx, which) => {
  const waiting = await unanswered(ctx, which);
  if (!waiting?.receipt.due_at) return;
  const { on, time } = cityHour(waiting.receipt.due_at, ctx.city.zone);
  await notify(ctx, {
    template: 'letter-due',
    channel: 'sms',
    to: { kind: 'duty', unitCode: which.unitCode, position: 1 },
    facts: { letter_no: waiting.letter.letter_no ?? '', due: `${on} ${time}` },
    urgent: false,
  });
});

handle(overdue, async (ctx, which) => {
  const waiting = await unanswered(ctx, which);
  const due = waiting?.receipt.due_at;
  if (!waiting || !due || due > ctx.now) return;
  const { late_at, told_late_of } = waiting.receipt;
  // Once for each limit: an answer sent back brings a new one, and it may pass as well.
  if (told_late_of !== null && told_late_of >= due) return;
  await changeReceipt(ctx, which, { late_at: late_at ?? due, told_late_of: due });
  await notify(ctx, {
    template: 'letter-overdue',
    channel: 'sms',
    to: { kind: 'duty', unitCode: which.unitCode, position: 1 },
    facts: { letter_no: waiting.letter.letter_no ?? '' },
    urgent: false,
  });
  tell(ctx, letterSubject(which.letterId), 'letters.overdue', { unit: which.unitCode });
  announce(ctx, 'letters');
});

/** Null once the unit has answered. */
async function unanswered(
  ctx: Context,
  { letterId, unitCode }: Which,
): Promise<{ letter: Letter; receipt: Receipt } | null> {
  const letter = await lockVisible(ctx, letterId);
  const own = (await receiptsOf(ctx, [letterId])).find(({ unit_code }) => unit_code === unitCode);
  if (!own || own.state === 'to-review' || own.state === 'over') return null;
  return { letter, receipt: own };
}
