import { jpegParts } from './jpeg-parts.ts';

/** The block of notes a camera leaves in a JPEG, as far as we read it. */
export interface Exif {
  readonly orientation: number | null;
  /** 'YYYY:MM:DD HH:MM:SS' by the camera's clock. */
  readonly takenAtLocal: string | null;
  /** '+08:00', where the camera knows its zone. */
  readonly offset: string | null;
  readonly point: { readonly lng: number; readonly lat: number } | null;
}

interface Block {
  readonly view: DataView;
  readonly isLittle: boolean;
}

/** One entry of a directory: kind of value, how many, and where they stand. */
interface Entry {
  readonly kind: number;
  readonly count: number;
  readonly at: number;
}
type Directory = ReadonlyMap<number, Entry>;

const exifMarker = 0xe1;
const header = [0x45, 0x78, 0x69, 0x66, 0, 0];
const bytesOfKind: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  7: 1,
  9: 4,
  10: 8,
};
const nothing: Directory = new Map();

/** Reads the notes of a JPEG; null where there are none. A broken block reads as one that says nothing. */
export function exifOf(bytes: Uint8Array): Exif | null {
  const block = blockOf(bytes);
  return block && read(block);
}

/** The same block where it stands by itself, as in a PNG or a WebP. */
export function exifIn(notes: Uint8Array): Exif | null {
  const block = blockIn(notes);
  return block && read(block);
}

function read(block: Block): Exif {
  const main = directoryAt(block, number32(block, 4));
  const camera = directoryAt(block, integer(block, main.get(0x8769)));
  const place = directoryAt(block, integer(block, main.get(0x8825)));
  const lat = degrees(block, place.get(2), text(block, place.get(1)) === 'S');
  const lng = degrees(block, place.get(4), text(block, place.get(3)) === 'W');
  return {
    orientation: integer(block, main.get(0x0112)),
    takenAtLocal: text(block, camera.get(0x9003)) ?? text(block, main.get(0x0132)),
    offset: text(block, camera.get(0x9011)),
    point: lat === null || lng === null ? null : { lng, lat },
  };
}

function blockOf(bytes: Uint8Array): Block | null {
  const part = jpegParts(bytes)?.find(
    ({ marker, dataFrom }) =>
      marker === exifMarker && header.every((byte, at) => bytes[dataFrom + at] === byte),
  );
  if (!part) return null;
  return blockIn(bytes.subarray(part.dataFrom + header.length, part.to));
}

function blockIn(notes: Uint8Array): Block | null {
  const view = new DataView(notes.buffer, notes.byteOffset, notes.byteLength);
  if (view.byteLength < 8) return null;
  return { view, isLittle: view.getUint16(0) === 0x4949 };
}

function directoryAt(block: Block, at: number | null): Directory {
  const count = at === null ? null : number16(block, at);
  if (at === null || count === null) return nothing;
  const entries = new Map<number, Entry>();
  for (let index = 0; index < count; index += 1) {
    const own = at + 2 + index * 12;
    const tag = number16(block, own);
    const kind = number16(block, own + 2);
    const amount = number32(block, own + 4);
    if (tag === null || kind === null || amount === null) return entries;
    const length = (bytesOfKind[kind] ?? 1) * amount;
    const valueAt = length <= 4 ? own + 8 : number32(block, own + 8);
    if (valueAt !== null) entries.set(tag, { kind, count: amount, at: valueAt });
  }
  return entries;
}

function integer(block: Block, entry: Entry | undefined): number | null {
  if (!entry) return null;
  return entry.kind === 3 ? number16(block, entry.at) : number32(block, entry.at);
}

function text({ view }: Block, entry: Entry | undefined): string | null {
  if (entry?.kind !== 2 || entry.at + entry.count > view.byteLength || entry.count > 100)
    return null;
  const bytes = new Uint8Array(view.buffer, view.byteOffset + entry.at, entry.count);
  return Buffer.from(bytes).toString('latin1').replace(/\0.*$/s, '').trim() || null;
}

/** Degrees, minutes, seconds as three fractions. */
function degrees(block: Block, entry: Entry | undefined, isNegative: boolean): number | null {
  if (entry?.kind !== 5 || entry.count !== 3) return null;
  const parts = [0, 1, 2].map((index) => {
    const over = number32(block, entry.at + index * 8);
    const under = number32(block, entry.at + index * 8 + 4);
    return over === null || !under ? Number.NaN : over / under;
  });
  const [whole = Number.NaN, minutes = Number.NaN, seconds = Number.NaN] = parts;
  const value = whole + minutes / 60 + seconds / 3600;
  if (Number.isNaN(value)) return null;
  return isNegative ? -value : value;
}

function number16({ view, isLittle }: Block, at: number): number | null {
  return at >= 0 && at + 2 <= view.byteLength ? view.getUint16(at, isLittle) : null;
}

function number32({ view, isLittle }: Block, at: number): number | null {
  return at >= 0 && at + 4 <= view.byteLength ? view.getUint32(at, isLittle) : null;
}
