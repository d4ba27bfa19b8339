import { instantAt } from '../../platform/zone.ts';
import { type Exif, exifOf } from './exif.ts';
import { jpegParts } from './jpeg-parts.ts';

export interface PhotoFacts {
  readonly takenAt: Date | null;
  readonly point: { readonly lng: number; readonly lat: number } | null;
}

/**
 * 照片时间与地点: what the camera wrote into a JPEG. It proves nothing by itself, since anybody can write it;
 * shown beside what the phone page reported.
 */
export function photoFactsOf(bytes: Uint8Array, zone: string): PhotoFacts {
  const exif = exifOf(bytes);
  return {
    takenAt: exif && takenAtOf(exif, zone),
    point: exif?.point && isOnEarth(exif.point) ? exif.point : null,
  };
}

const startOfImage = Uint8Array.of(0xff, 0xd8);
const endOfImage = Uint8Array.of(0xff, 0xd9);

/**
 * 去除拍摄信息: the same JPEG without place, time, device and thumbnail, for eyes that may not know who asked.
 * The picture itself is not touched. Null when the file cannot be read, so that it is not shown at all.
 */
export function withoutPhotoFacts(bytes: Uint8Array): Uint8Array | null {
  const parts = jpegParts(bytes);
  if (!parts) return null;
  const orientation = exifOf(bytes)?.orientation ?? 1;
  const upright = orientation > 1 && orientation <= 8 ? [orientationNote(orientation)] : [];
  const kept = parts
    .filter(({ marker }) => isPicture(marker))
    .map(({ from, to }) => bytes.subarray(from, to));
  return Buffer.concat([startOfImage, ...upright, ...kept, endOfImage]);
}

/** Without JFIF header, colour profile and Adobe's colour note a picture changes its colours; the rest is notes. */
function isPicture(marker: number): boolean {
  const isNote = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  return !isNote || [0xe0, 0xe2, 0xee].includes(marker);
}

/** The only note that stays: which side is up. */
function orientationNote(orientation: number): Uint8Array {
  const note = Buffer.alloc(36);
  note.writeUInt16BE(0xffe1, 0);
  note.writeUInt16BE(34, 2);
  note.write('Exif\0\0MM', 4, 'latin1');
  note.writeUInt16BE(42, 12);
  note.writeUInt32BE(8, 14);
  note.writeUInt16BE(1, 18);
  note.writeUInt16BE(0x0112, 20);
  note.writeUInt16BE(3, 22);
  note.writeUInt32BE(1, 24);
  note.writeUInt16BE(orientation, 28);
  return note;
}

/** By the camera's own offset from UTC; a camera that knows none shows the city's time. */
function takenAtOf({ takenAtLocal, offset }: Exif, zone: string): Date | null {
  const parts = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(takenAtLocal ?? '');
  if (!parts) return null;
  const [, year, month, day, time = ''] = parts;
  const on = `${year}-${month}-${day}`;
  // Broken notes may name any time.
  const utc = new Date(`${on}T${time}${offset ?? 'Z'}`);
  if (Number.isNaN(utc.getTime())) return null;
  return offset === null ? instantAt(on, time, zone) : utc;
}

/** Cameras without a fix write zeros. */
function isOnEarth({ lng, lat }: { lng: number; lat: number }): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 && !(lng === 0 && lat === 0);
}
