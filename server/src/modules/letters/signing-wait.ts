import type { Context } from '../../platform/context.ts';
import * as waits from '../waits/index.ts';
import { lockVisible } from './letters.repo.ts';
import { changeReceipt, type Receipt, receiptsOf } from './receipts.repo.ts';

const keyOf = ({ letter_id, no }: Pick<Receipt, 'letter_id' | 'no'>) =>
  ({ kind: 'letter-signing', id: letter_id, no }) as const;

/** 签收期限, whether an answer is wanted or not: a letter nobody opens does nothing (domain M11). */
export async function signingLater(ctx: Context, receipt: Receipt): Promise<void> {
  await waits.waitForCentre(ctx, keyOf(receipt), 'letter-signing');
}

export const noMoreSigning = (ctx: Context, receipt: Receipt): Promise<void> =>
  waits.waitNoMore(ctx, keyOf(receipt));

async function heldBy(ctx: Context, { id, no }: waits.WaitKey): Promise<Receipt | undefined> {
  await lockVisible(ctx, id);
  return (await receiptsOf(ctx, [id])).find((one) => one.no === no);
}

/** 无人签收: told to the unit's leader, then to whoever wrote the letter. */
waits.waitRules({
  kind: 'letter-signing',
  subject: 'letter',
  topic: 'letters',
  standing: async (ctx, key) =>
    (await heldBy(ctx, key))?.state === 'unsigned' ? 'waiting' : 'over',
  pauses: null,
  moved: null,
  atEnd: {
    marksLate: async (ctx, wait) => {
      const receipt = await heldBy(ctx, wait);
      if (!receipt) return;
      const which = { letterId: receipt.letter_id, unitCode: receipt.unit_code };
      await changeReceipt(ctx, which, { sign_late_at: wait.dueAt });
    },
    tells: async (ctx, key) => {
      const unitCode = (await heldBy(ctx, key))?.unit_code ?? null;
      const { drafted_by: accountId } = await lockVisible(ctx, key.id);
      const role = accountId === null ? 'shift-lead' : null;
      return [
        { unitCode, role: 'unit-leader', accountId: null },
        { unitCode: null, role, accountId },
      ];
    },
  },
});
