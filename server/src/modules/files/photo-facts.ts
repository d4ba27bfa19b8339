import { instantAt } from '../../platform/zone.ts';
import { type Exif, exifIn, exifOf } from './exif.ts';
import { jpegParts } from './jpeg-parts.ts';
import { pngNotes, pngWith } from './png-parts.ts';
import { webpNotes, webpWith } from './webp-parts.ts';

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
  const orientation = turned(exifOf(bytes));
  const upright = orientation === null ? [] : [orientationNote(orientation)];
  const kept = parts
    .filter(({ marker }) => isPicture(marker))
    .map(({ from, to }) => bytes.subarray(from, to));
  return Buffer.concat([startOfImage, ...upright, ...kept, endOfImage]);
}

/** The same of a PNG. */
export function pngWithoutFacts(bytes: Buffer): Uint8Array | null {
  return pngWith(bytes, uprightNotes(pngNotes(bytes)));
}

/** The same of a WebP. */
export function webpWithoutFacts(bytes: Buffer): Uint8Array | null {
  return webpWith(bytes, uprightNotes(webpNotes(bytes)));
}

function uprightNotes(notes: Buffer | null): Buffer | null {
  const orientation = notes && turned(exifIn(notes));
  return orientation === null ? null : orientationBlock(orientation);
}

/** Null: as it lies. */
function turned(exif: Exif | null): number | null {
  const orientation = exif?.orientation ?? 1;
  return orientation > 1 && orientation <= 8 ? orientation : null;
}

/** Without JFIF header, colour profile and Adobe's colour note a picture changes its colours; the rest is notes. */
function isPicture(marker: number): boolean {
  const isNote = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  return !isNote || [0xe0, 0xe2, 0xee].includes(marker);
}

function orientationNote(orientation: number): Uint8Array {
  const block = orientationBlock(orientation);
  const note = Buffer.alloc(10);
  note.writeUInt16BE(0xffe1, 0);
  note.writeUInt16BE(8 + block.length, 2);
  note.write('Exif\0\0', 4, 'latin1');
  return Buffer.concat([note, block]);
}

/** The only note that stays: which side is up. */
function orientationBlock(orientation: number): Buffer {
  const block = Buffer.alloc(26);
  block.write('MM', 0, 'latin1');
  block.writeUInt16BE(42, 2);
  block.writeUInt32BE(8, 4);
  block.writeUInt16BE(1, 8);
  block.writeUInt16BE(0x0112, 10);
  block.writeUInt16BE(3, 12);
  block.writeUInt32BE(1, 14);
  block.writeUInt16BE(orientation, 18);
  return block;
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
