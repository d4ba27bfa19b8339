import type { clueUnits as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as organisation from '../organisation/index.ts';
import { standingChecks } from './checks.repo.ts';

type View = ReplyOf<typeof contract.readReceived>['checks'];

/** 联查, place by place; one whose visit was called off stands in none. */
export async function checkViews(ctx: Context, clueId: string): Promise<View> {
  const checks = await standingChecks(ctx, clueId);
  const units = await organisation.unitsIfKnown(ctx, [
    ...new Set(checks.flatMap(({ unit_codes }) => unit_codes)),
  ]);
  return checks.map((check) => ({
    id: check.id,
    no: check.no,
    units: check.unit_codes.map((code) => organisation.briefOf(units, code)),
    on: check.check_on,
    place: check.place,
    visitId: check.visit_id,
    outcome: check.outcome,
    findings: check.findings,
    caseNo: check.case_no,
    penaltyFen: check.penalty_fen,
  }));
}
