import type { Context } from '../../platform/context.ts';
import { announce, news, on, tell } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import * as orders from '../orders/index.ts';
import * as waits from '../waits/index.ts';
import { changeLedger, type Ledger, ledgerOf } from './ledger.repo.ts';

const keyOf = (id: string) => ({ kind: 'ledger-review', id, no: 0 }) as const;

/** 复核期限: every thirty days. */
export const reviewDueLater = (ctx: Context, orderId: string): Promise<Date> =>
  waits.waitForCentre(ctx, keyOf(orderId), 'ledger-review');

const openOf = async (ctx: Context, orderId: string): Promise<Ledger | null> => {
  const ledger = await ledgerOf(ctx, orderId);
  return ledger?.state === 'open' ? ledger : null;
};

/**
 * 挂账逾期未复核: told to the unit, and a working day later to the centre, where the late ones stand in a list. Not while
 * its answer is reviewed, which may clear it.
 */
waits.waitRules({
  kind: 'ledger-review',
  subject: 'order',
  topic: 'deferrals',
  standing: async (ctx, { id }) => {
    const order = await orders.lock(ctx, id);
    if (order.parked_at === null || !(await openOf(ctx, id))) return 'over';
    return order.status === 'parked' ? 'waiting' : 'still';
  },
  pauses: null,
  moved: (ctx, { id }, dueAt) => changeLedger(ctx, id, { review_due_at: dueAt }),
  atEnd: {
    marksLate: async (ctx, { id }) => {
      const ledger = await openOf(ctx, id);
      if (!ledger || ledger.is_review_late) return;
      await changeLedger(ctx, id, { is_review_late: true });
      tell(ctx, { kind: 'order', id }, 'deferrals.review-late', { lead: ledger.unit_code });
      announce(ctx, 'desk:ledger-late');
    },
    tells: async (ctx, { id }) => {
      const unitCode = (await openOf(ctx, id))?.unit_code ?? null;
      return [{ unitCode, role: null, accountId: null }, waits.centre('reviewer')];
    },
    againAfter: 'late-again',
  },
});

const goOn = job('deferrals:review-goes-on', news);
on('handling.clearing-rejected', goOn);

/** 销账未通过: it stands in the ledger as before, and its review is due when it was. */
handle(goOn, async (ctx, { id }) => {
  const order = await orders.lock(ctx, id);
  if (order.status === 'parked') await waits.goOn(ctx, keyOf(id));
});
