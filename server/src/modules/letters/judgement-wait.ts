import type { Context } from '../../platform/context.ts';
import * as waits from '../waits/index.ts';
import { lockVisible } from './letters.repo.ts';
import { type Receipt, receiptsOf } from './receipts.repo.ts';

const keyOf = ({ letter_id, no }: Receipt) =>
  ({ kind: 'letter-judgement', id: letter_id, no }) as const;

export async function judgementLater(ctx: Context, receipt: Receipt): Promise<void> {
  await waits.waitForCentre(ctx, keyOf(receipt), 'letter-judgement');
}

export const noMoreJudgement = (ctx: Context, receipt: Receipt): Promise<void> =>
  waits.waitNoMore(ctx, keyOf(receipt));

/** 反馈无人审核: told to whoever wrote the letter, of one the system wrote to the shift leads; then to the director. */
waits.waitRules({
  kind: 'letter-judgement',
  subject: 'letter',
  topic: 'letters',
  standing: async (ctx, { id, no }) => {
    await lockVisible(ctx, id);
    const receipt = (await receiptsOf(ctx, [id])).find((one) => one.no === no);
    return receipt?.state === 'to-review' ? 'waiting' : 'over';
  },
  pauses: null,
  moved: null,
  atEnd: {
    tells: async (ctx, { id }) => {
      const { drafted_by: accountId } = await lockVisible(ctx, id);
      const role = accountId === null ? 'shift-lead' : null;
      return [{ unitCode: null, role, accountId }, waits.centre('director')];
    },
  },
});
