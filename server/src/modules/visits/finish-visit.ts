import type { visits as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { mayReportSiteCheck } from '../call-back/index.ts';
import { visitSubject } from './ask-visit.ts';
import { photosOf } from './photos.repo.ts';
import { isVisitor, mayGo } from './policy.ts';
import { registerFalse } from './report-from-visit.ts';
import { refuseIncomplete } from './ticks.ts';
import { change, lockVisible, type Visit } from './visits.repo.ts';

type Found = InputOf<typeof contract.finishVisit>;

/**
 * 提交核查结果: once, however often the phone sends it. What it found is never lost because the order has moved on: where
 * a false answer cannot be registered at once, the result stands and somebody who may registers it from there.
 */
export async function finishVisit(
  ctx: Context,
  found: Found,
): Promise<ReplyOf<typeof contract.finishVisit>> {
  const visit = await lockVisible(ctx, found.visitId);
  demand(isVisitor(ctx.actor, visit));
  if (visit.client_id === found.clientId) return { isReported: visit.reported_at !== null };
  demand(mayGo(ctx.actor, visit));
  await refuseUnproven(ctx, visit, found);
  const { ticks, outcome, findings } = found;
  await change(ctx, visit.id, {
    state: 'done',
    begun_at: visit.begun_at ?? new Date(found.seenAt),
    begun_sent_at: visit.begun_sent_at ?? ctx.now,
    client_id: found.clientId,
    ticks,
    outcome,
    findings,
    answer_is_false: found.answerIsFalse,
    finished_by: ctx.actor.accountId,
    finished_at: new Date(found.seenAt),
    finished_sent_at: ctx.now,
  });
  tellFound(ctx, visit, found);
  announce(ctx, 'visits');
  return { isReported: await reportIfPossible(ctx, { ...visit, findings }, found) };
}

async function refuseUnproven(ctx: Context, visit: Visit, found: Found): Promise<void> {
  const photos = await photosOf(ctx, visit.id);
  const count = found.photos - photos.length;
  refuseUnless(count <= 0, 'visits.photos-not-there', { count });
  refuseIncomplete(
    visit.items,
    found.ticks,
    new Set(photos.flatMap(({ item_code }) => item_code ?? [])),
  );
  if (!found.answerIsFalse) return;
  refuseUnless(visit.concern_kind === 'order', 'visits.false-needs-order');
  refuseUnless(photos.length > 0, 'visits.false-needs-photo');
}

function tellFound(ctx: Context, visit: Visit, { seenAt, outcome, answerIsFalse }: Found): void {
  tell(ctx, visitSubject(visit.id), 'visits.finished', { seenAt, outcome, answerIsFalse });
  if (visit.concern_kind !== 'order' || visit.concern_id === null) return;
  tell(ctx, { kind: 'order', id: visit.concern_id }, 'visits.found-about', {
    visit: visit.id,
    outcome,
  });
}

async function reportIfPossible(
  ctx: Context,
  visit: Visit,
  { answerIsFalse }: Found,
): Promise<boolean> {
  if (!answerIsFalse || visit.concern_id === null) return false;
  if (!(await mayReportSiteCheck(ctx, visit.concern_id))) return false;
  await registerFalse(ctx, visit);
  return true;
}
