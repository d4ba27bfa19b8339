import type { visits as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { attachTo, digestsOf } from '../files/index.ts';
import { visitSubject } from './ask-visit.ts';
import { insertPhoto, photosOf } from './photos.repo.ts';
import { isVisitor, mayGo } from './policy.ts';
import { change, lockVisible } from './visits.repo.ts';

type Done = { done: true };

/** 到现场. A phone that was without net says it late, or twice: the first word counts, with both instants. */
export async function beginVisit(
  ctx: Context,
  { visitId, seenAt }: InputOf<typeof contract.beginVisit>,
): Promise<Done> {
  const visit = await lockVisible(ctx, visitId);
  demand(isVisitor(ctx.actor, visit));
  if (visit.begun_at !== null) return { done: true };
  demand(mayGo(ctx.actor, visit));
  await change(ctx, visitId, {
    state: 'under-way',
    begun_at: new Date(seenAt),
    begun_sent_at: ctx.now,
  });
  tell(ctx, visitSubject(visitId), 'visits.begun', { seenAt });
  announce(ctx, 'visits');
  return { done: true };
}

/** 核查照片: the device's own word of when and where, kept beside the file; sent twice it is one photo. */
export async function addVisitPhoto(
  ctx: Context,
  { visitId, clientId, fileId, itemCode, takenAt, point }: InputOf<typeof contract.addVisitPhoto>,
): Promise<Done> {
  const visit = await lockVisible(ctx, visitId);
  demand(isVisitor(ctx.actor, visit));
  const photos = await photosOf(ctx, visitId);
  if (photos.some(({ client_id }) => client_id === clientId)) return { done: true };
  demand(mayGo(ctx.actor, visit));
  const known = itemCode === undefined || visit.items.some(({ code }) => code === itemCode);
  refuseUnless(known, 'visits.no-such-item');
  await attachTo(ctx, [fileId], { kind: 'visit', id: visitId });
  await insertPhoto(ctx, {
    visit_id: visitId,
    client_id: clientId,
    file_id: fileId,
    item_code: itemCode ?? null,
    taken_at: new Date(takenAt),
    lng: point?.lng ?? null,
    lat: point?.lat ?? null,
    accuracy_m: point?.accuracyM ?? null,
  });
  const [digest] = await digestsOf(ctx, [fileId]);
  tell(ctx, visitSubject(visitId), 'visits.photo-added', {
    photo: clientId,
    file: fileId,
    digest: digest ?? null,
    takenAt,
  });
  return { done: true };
}
