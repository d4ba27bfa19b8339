import { instantOfPhone, phoneNow, stampWords } from '../../../shell/clock.ts';
import { freshKey } from '../../../shell/fresh-key.ts';
import { locate, type Place } from '../../../shell/location.ts';
import { shrinkPhoto } from '../../../ui/shrink-photo.ts';
import type { KeptPhoto, KeptVisit } from './kept-visit.ts';
import { visitsText } from './text.ts';

const words = visitsText.photo;
/** Older than this it was not taken here and now. */
const freshMs = 10 * 60_000;

interface For {
  visit: KeptVisit;
  itemCode: string | null;
}

/**
 * 一张核查照片: time and place of the moment it was taken, as our record and drawn on the picture. An older picture keeps
 * its own time and gets no place: where the phone is now says nothing of it. Null when this phone cannot open the file.
 */
export async function takePhoto(file: File, { visit, itemCode }: For): Promise<KeptPhoto | null> {
  const takenAtMs = Math.min(file.lastModified, phoneNow());
  const isFresh = phoneNow() - takenAtMs < freshMs;
  const place = isFresh ? await locate() : null;
  const caption = [
    words.stamp(stampWords(instantOfPhone(takenAtMs))),
    placeWords(place),
    visit.toGo.place,
  ];
  const small = await shrinkPhoto(file, caption);
  if (!small) return null;
  return {
    id: freshKey(),
    visitId: visit.id,
    itemCode,
    blob: small.blob,
    thumb: small.thumb,
    takenAtMs,
    place,
    fileId: null,
    isSent: false,
  };
}

const placeWords = (place: Place | null): string =>
  place ? words.spot(place.lng, place.lat, place.accuracyMetres) : words.nowhere;
