import type { visits as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { reportFalse } from '../call-back/index.ts';
import { copyToOrder } from '../files/index.ts';
import { visitSubject } from './ask-visit.ts';
import { photosOf } from './photos.repo.ts';
import { mayReport } from './policy.ts';
import { change, lockVisible, type Visit } from './visits.repo.ts';

type Reply = ReplyOf<typeof contract.reportFromVisit>;

/** 登记虚假办结, by somebody of the centre, where the visitor could not. */
export async function reportFromVisit(
  ctx: Context,
  { visitId }: InputOf<typeof contract.reportFromVisit>,
): Promise<Reply> {
  const visit = await lockVisible(ctx, visitId);
  demand(mayReport(ctx.actor, visit));
  return registerFalse(ctx, visit);
}

/** The words and photos of the visit become the record of the call-back; the visit keeps its own. */
export async function registerFalse(ctx: Context, visit: Visit): Promise<Reply> {
  const { concern_kind, concern_id: orderId, findings } = visit;
  refuseUnless(concern_kind === 'order' && orderId && findings, 'visits.false-needs-order');
  const photos = await photosOf(ctx, visit.id);
  const fileIds = await copyToOrder(
    ctx,
    photos.slice(0, mostEvidence).map(({ file_id }) => file_id),
    { orderId, assignmentId: null, purpose: 'evidence' },
  );
  const reply = await reportFalse(ctx, {
    orderId,
    foundHow: 'site-check',
    found: findings,
    fileIds,
  });
  await change(ctx, visit.id, { reported_at: ctx.now });
  tell(ctx, visitSubject(visit.id), 'visits.false-reported', { order: orderId });
  announce(ctx, 'visits');
  return reply;
}
const mostEvidence = 9;
