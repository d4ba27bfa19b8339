import type { deferrals as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import * as organisation from '../organisation/index.ts';
import type { Ledger } from './ledger.repo.ts';
import { milestones } from './requests.repo.ts';

type View = ReplyOf<typeof contract.listLedger>['rows'][number]['ledger'];

/** 台账 of one order, without its reviews. */
export function ledgerView(ledger: Ledger, units: readonly organisation.Unit[]): View {
  return {
    unit: organisation.briefOf(units, ledger.unit_code),
    reason: ledger.reason,
    publicWords: ledger.public_words,
    parkedAt: ledger.parked_at.toISOString(),
    state: ledger.state,
    reviewDueAt: ledger.review_due_at?.toISOString() ?? null,
    isReviewLate: ledger.is_review_late,
    milestones: milestones.parse(ledger.milestones).map((one, at) => ({ no: at + 1, ...one })),
    clearedAt: ledger.cleared_at?.toISOString() ?? null,
  };
}
