import type { clueUnits as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { notify } from '../notices/index.ts';
import * as organisation from '../organisation/index.ts';
import { findVisibleVisit, planVisit } from '../visits/index.ts';
import { checksOf, insertCheck, reportOn } from './checks.repo.ts';
import { type Clue, clueNo, clueSubject } from './clue.ts';
import { mayWork } from './policy.ts';
import { lockReceived } from './received.repo.ts';
import { clueText } from './text.ts';
import { refuseWrongUnits } from './who-knows.ts';

/**
 * 联合检查: one place, one day, several units. The unit that holds the clue goes with the checklist; the others are called.
 * None of them may know the order, or it would know whose words these are.
 */
export async function planCheck(
  ctx: Context,
  { clueId, units: codes, on, place, checklist }: InputOf<typeof contract.planCheck>,
): Promise<ReplyOf<typeof contract.planCheck>> {
  const { clue, sending } = await lockReceived(ctx, clueId);
  demand(mayWork(ctx.actor, clue, sending));
  const lead = sending?.unit_code ?? '';
  const joined = [...new Set([lead, ...codes])];
  await refuseWrongUnits(ctx, clueId, await organisation.units(ctx, joined));
  const checkId = ctx.newId();
  const { visitId } = await planVisit(ctx, {
    purpose: 'joint-check',
    concern: { kind: 'clue', id: clueId },
    checklist,
    visitorUnit: lead,
    place,
    what: clueText.whatToLookAt(clueNo(clue)),
    visitBy: on,
  });
  const no = (await checksOf(ctx, clueId)).length + 1;
  await insertCheck(ctx, {
    id: checkId,
    clue_id: clueId,
    no,
    unit_codes: joined,
    check_on: on,
    place,
    visit_id: visitId,
  });
  for (const unitCode of joined.filter((code) => code !== lead))
    await callUnit(ctx, clue, { unitCode, on });
  tell(ctx, clueSubject(clueId), 'clues.check-planned', { check: checkId, units: joined });
  announce(ctx, 'clues');
  return { checkId, visitId };
}

const callUnit = (
  ctx: Context,
  clue: Clue,
  { unitCode, on }: { unitCode: string; on: string },
): Promise<void> =>
  notify(ctx, {
    template: 'clue-check',
    channel: 'sms',
    to: { kind: 'duty', unitCode, position: 1 },
    facts: { clue_no: clueNo(clue), due: on },
    urgent: false,
  });

/** 检查结果 of one place, once its visit is done: its photos stand there. */
export async function reportCheck(
  ctx: Context,
  found: InputOf<typeof contract.reportCheck>,
): Promise<{ done: true }> {
  const { clueId, checkId, outcome, findings } = found;
  const { clue, sending } = await lockReceived(ctx, clueId);
  demand(mayWork(ctx.actor, clue, sending));
  const check = (await checksOf(ctx, clueId)).find(({ id }) => id === checkId);
  refuseUnless(check, 'clues.no-such-check');
  refuseUnless(check.outcome === null, 'clues.check-reported');
  refuseUnfounded(found);
  const visit = await findVisibleVisit(ctx, check.visit_id);
  refuseUnless(visit.state === 'done', 'clues.visit-open');
  await reportOn(ctx, checkId, {
    outcome,
    findings,
    case_no: outcome === 'filed' ? (found.caseNo ?? '') : null,
    penalty_fen: found.penaltyFen ?? null,
  });
  tell(ctx, clueSubject(clueId), 'clues.checked', { check: checkId, outcome });
  announce(ctx, 'clues');
  return { done: true };
}

function refuseUnfounded({
  outcome,
  caseNo,
  penaltyFen,
}: Pick<InputOf<typeof contract.reportCheck>, 'outcome' | 'caseNo' | 'penaltyFen'>): void {
  const isFiled = outcome === 'filed';
  refuseUnless(!isFiled || caseNo, 'clues.case-needed');
  refuseUnless(isFiled || (!caseNo && penaltyFen === undefined), 'clues.case-unwanted');
}
