import type { uploadReply } from '@minsheng/contract/files.ts';
import { instantOfPhone } from '../../../shell/clock.ts';
import { isLasting, Refused } from '../../../shell/failure.ts';
import { operations } from '../../../shell/operations.ts';
import { upload } from '../../../shell/upload.ts';
import type { FrontLine } from '../session.ts';
import { isWaiting, type KeptPhoto, type KeptVisit } from './kept-visit.ts';
import { allVisits, changePhoto, changeVisit, dropPhoto, photosOf } from './store.ts';

type FileView = (typeof uploadReply)['_output'];

let underway: Promise<void> | null = null;

/**
 * 补传: everything that lies on the phone alone, visit by visit and in the order it happened. One run at a time; a dead
 * spot ends it quietly and the next run goes on where it stopped.
 */
export function sendVisits(frontLine: FrontLine): Promise<void> {
  underway =
    underway ??
    sendAll(frontLine).finally(() => {
      underway = null;
    });
  return underway;
}

async function sendAll(frontLine: FrontLine): Promise<void> {
  const { login } = frontLine.session;
  const own = (await allVisits()).filter((visit) => visit.login === login);
  for (const visit of own) {
    const photos = await photosOf(visit.id);
    if (visit.refusal !== null || !isWaiting(visit, photos)) continue;
    try {
      await sendVisit(frontLine, visit, photos);
    } catch (failure) {
      if (!(failure instanceof Refused) || !isLasting(failure)) throw failure;
      await changeVisit(visit.id, { refusal: failure.message });
    }
  }
}

async function sendVisit(
  frontLine: FrontLine,
  visit: KeptVisit,
  photos: readonly KeptPhoto[],
): Promise<void> {
  if (visit.begunAtMs !== null && !visit.isBegunSent) {
    const begun = { visitId: visit.id, seenAt: instantOfPhone(visit.begunAtMs) };
    await frontLine.call(operations.beginVisit, begun);
    await changeVisit(visit.id, { isBegunSent: true });
  }
  const inOrder = photos.slice().sort((one, other) => one.takenAtMs - other.takenAtMs);
  for (const photo of inOrder) {
    if (!photo.isSent) await sendPhoto(frontLine, photo);
  }
  await sendResult(frontLine, visit, photos.length);
}

async function sendPhoto(frontLine: FrontLine, photo: KeptPhoto): Promise<void> {
  const fileId = photo.fileId ?? (await uploadPhoto(frontLine, photo));
  const { place } = photo;
  try {
    await frontLine.call(operations.addVisitPhoto, {
      visitId: photo.visitId,
      clientId: photo.id,
      fileId,
      ...(photo.itemCode ? { itemCode: photo.itemCode } : {}),
      takenAt: instantOfPhone(photo.takenAtMs),
      ...(place
        ? { point: { lng: place.lng, lat: place.lat, accuracyM: place.accuracyMetres } }
        : {}),
    });
  } catch (failure) {
    // An upload nobody used for weeks has left the server: it goes there once more.
    const isGone = failure instanceof Refused && failure.code === 'files.no-such-file';
    if (!isGone || photo.fileId === null) throw failure;
    await changePhoto(photo.id, { fileId: null });
    return sendPhoto(frontLine, { ...photo, fileId: null });
  }
  await changePhoto(photo.id, { isSent: true });
}

async function uploadPhoto({ session }: FrontLine, photo: KeptPhoto): Promise<string> {
  const { id } = await upload<FileView>({
    path: '/files',
    file: photo.blob,
    name: 'photo.jpg',
    as: session.as,
    fields: {
      purpose: 'evidence',
      takenAt: instantOfPhone(photo.takenAtMs),
      lng: photo.place ? String(photo.place.lng) : '',
      lat: photo.place ? String(photo.place.lat) : '',
    },
    onProgress: () => undefined,
  });
  await changePhoto(photo.id, { fileId: id });
  return id;
}

async function sendResult(frontLine: FrontLine, visit: KeptVisit, photos: number): Promise<void> {
  const { finishedAtMs, outcome } = visit;
  if (finishedAtMs === null || outcome === null) return;
  await frontLine.call(operations.finishVisit, {
    visitId: visit.id,
    clientId: visit.finishId,
    seenAt: instantOfPhone(finishedAtMs),
    ticks: visit.ticks.map(({ code, value, note, seenAtMs }) => ({
      code,
      value,
      note,
      seenAt: instantOfPhone(seenAtMs),
    })),
    outcome,
    findings: visit.findings,
    answerIsFalse: visit.answerIsFalse,
    photos,
  });
  await changeVisit(visit.id, { isSent: true });
  for (const photo of await photosOf(visit.id)) await dropPhoto(photo.id);
}
