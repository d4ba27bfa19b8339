import type { visits as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import type { Decision } from '../../platform/refusal.ts';
import { filesHeldBy, fileViewOf } from '../files/index.ts';
import { accountNames } from '../identity/index.ts';
import { visitRowsOf } from './list-visits.ts';
import { photosOf, type VisitPhoto } from './photos.repo.ts';
import { mayCancel, mayGo, mayReport } from './policy.ts';
import { visitText } from './text.ts';
import { findVisible, type Visit } from './visits.repo.ts';
import { pointOf } from './visits-to-go.ts';

type Reply = ReplyOf<typeof contract.readVisit>;

/** 核查详情. */
export async function readVisit(
  ctx: Context,
  { visitId }: InputOf<typeof contract.readVisit>,
): Promise<Reply> {
  const visit = await findVisible(ctx, visitId);
  const names = await accountNames(ctx, [visit.asked_by, visit.finished_by, visit.cancelled_by]);
  const nameOf = (id: string | null) => (id === null ? visitText.system : (names.get(id) ?? ''));
  const [row] = await visitRowsOf(ctx, [visit]);
  if (!row) throw new Error('A visit that was found has a row.');
  return {
    ...row,
    point: pointOf(visit),
    what: visit.what,
    items: [...visit.items],
    ticks: [...visit.ticks],
    photos: await photoViews(ctx, visitId),
    askedBy: nameOf(visit.asked_by),
    begun: begunOf(visit),
    finished: finishedOf(visit, nameOf),
    cancelled: cancelledOf(visit, nameOf),
    isReported: visit.reported_at !== null,
    can: abilities(ctx, visit),
  };
}

type NameOf = (id: string | null) => string;

const begunOf = ({ begun_at, begun_sent_at }: Visit): Reply['begun'] =>
  begun_at && begun_sent_at
    ? { at: begun_at.toISOString(), sentAt: begun_sent_at.toISOString() }
    : null;

function finishedOf(
  { finished_at, finished_sent_at, finished_by, findings }: Visit,
  nameOf: NameOf,
): Reply['finished'] {
  if (!finished_at || !finished_sent_at || findings === null) return null;
  const [at, sentAt] = [finished_at.toISOString(), finished_sent_at.toISOString()];
  return { by: nameOf(finished_by), at, sentAt, findings };
}

function cancelledOf(
  { cancelled_at, cancelled_by, cancelled_reason }: Visit,
  nameOf: NameOf,
): Reply['cancelled'] {
  if (!cancelled_at || cancelled_reason === null) return null;
  return { by: nameOf(cancelled_by), at: cancelled_at.toISOString(), reason: cancelled_reason };
}

async function photoViews(ctx: Context, visitId: string): Promise<Reply['photos']> {
  const [photos, files] = await Promise.all([photosOf(ctx, visitId), filesHeldBy(ctx, visitId)]);
  const byId = new Map(files.map((file) => [file.id, file]));
  return photos.flatMap((photo) => {
    const file = byId.get(photo.file_id);
    if (!file) return [];
    return {
      file: fileViewOf(ctx, file, null),
      itemCode: photo.item_code,
      takenAt: photo.taken_at.toISOString(),
      sentAt: photo.sent_at.toISOString(),
      point: spotOf(photo),
    };
  });
}

function spotOf({ lng, lat, accuracy_m }: VisitPhoto): Reply['photos'][number]['point'] {
  if (lng === null || lat === null || accuracy_m === null) return null;
  return { lng, lat, accuracyM: accuracy_m };
}

function abilities({ actor }: Context, visit: Visit): Reply['can'] {
  const yes = ({ allowed }: Decision) => allowed;
  return {
    go: yes(mayGo(actor, visit)),
    cancel: yes(mayCancel(actor, visit)),
    report: yes(mayReport(actor, visit)),
  };
}
