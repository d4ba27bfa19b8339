/** A photo as a telephone takes it: a real small JPEG whose notes tell when and where. */
export interface PhotoWishes {
  readonly takenAt: Date;
  readonly at: { readonly lng: number; readonly lat: number };
  /** 0 (black) to 7 (white): so that before and after are two pictures. */
  readonly shade?: number;
}

const zoneMs = 8 * 3_600_000;

export function photo({ takenAt, at, shade = 4 }: PhotoWishes): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), notes(takenAt, at)])),
    segment(0xdb, Buffer.from([0, ...Array<number>(64).fill(64)])),
    segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
    segment(0xc4, Buffer.from([0x00, ...oneCodePerLength(4), 0, 1, 2, 3])),
    segment(0xc4, Buffer.from([0x10, ...oneCodePerLength(1), 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    scan(shade),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** A Huffman table with one code of each length: 0, 10, 110, … */
const oneCodePerLength = (count: number): number[] =>
  Array.from({ length: 16 }, (_, at) => (at < count ? 1 : 0));

/** One block of 8 × 8: how far its light is from the middle grey, then the end of the block. */
function scan(shade: number): Buffer {
  const light = Math.max(-7, Math.min(7, 2 * shade - 7));
  const size = light === 0 ? 0 : Math.floor(Math.log2(Math.abs(light))) + 1;
  const value = light < 0 ? light + 2 ** size - 1 : light;
  const bits = `${'1'.repeat(size)}0${size > 0 ? value.toString(2).padStart(size, '0') : ''}0`;
  const bytes = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

type Value =
  | { readonly tag: number; readonly text: string }
  | { readonly tag: number; readonly fractions: readonly number[] }
  | { readonly tag: number; readonly pointer: number };

/** A TIFF block, little end first: the main directory points to the camera's and to the place's. */
function notes(takenAt: Date, at: PhotoWishes['at']): Buffer {
  const camera: Value[] = [
    { tag: 0x9003, text: cameraTime(takenAt) },
    { tag: 0x9011, text: '+08:00' },
  ];
  const place: Value[] = [
    { tag: 1, text: at.lat < 0 ? 'S' : 'N' },
    { tag: 2, fractions: degrees(at.lat) },
    { tag: 3, text: at.lng < 0 ? 'W' : 'E' },
    { tag: 4, fractions: degrees(at.lng) },
  ];
  const head = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  const mainLength = 2 + 2 * 12 + 4;
  const cameraFrom = head.length + mainLength;
  const cameraBytes = directory(camera, cameraFrom);
  const placeFrom = cameraFrom + cameraBytes.length;
  const main = directory(
    [
      { tag: 0x8769, pointer: cameraFrom },
      { tag: 0x8825, pointer: placeFrom },
    ],
    head.length,
  );
  return Buffer.concat([head, main, cameraBytes, directory(place, placeFrom)]);
}

/** '2026:05:20 23:10:00' by the wall clock in China. */
const cameraTime = (at: Date): string =>
  new Date(at.getTime() + zoneMs).toISOString().slice(0, 19).replaceAll('-', ':').replace('T', ' ');

function degrees(value: number): number[] {
  const seconds = Math.round(Math.abs(value) * 3600 * 100);
  return [
    Math.floor(seconds / 360_000),
    1,
    Math.floor(seconds / 6000) % 60,
    1,
    seconds % 6000,
    100,
  ];
}

function directory(values: readonly Value[], from: number): Buffer {
  const entries = Buffer.alloc(2 + values.length * 12 + 4);
  entries.writeUInt16LE(values.length, 0);
  const apart: Buffer[] = [];
  let apartFrom = from + entries.length;
  for (const [no, value] of values.entries()) {
    const at = 2 + no * 12;
    entries.writeUInt16LE(value.tag, at);
    if ('pointer' in value) {
      entries.writeUInt16LE(4, at + 2);
      entries.writeUInt32LE(1, at + 4);
      entries.writeUInt32LE(value.pointer, at + 8);
      continue;
    }
    const bytes =
      'text' in value ? Buffer.from(`${value.text}\0`, 'latin1') : longs(value.fractions);
    entries.writeUInt16LE('text' in value ? 2 : 5, at + 2);
    entries.writeUInt32LE('text' in value ? bytes.length : value.fractions.length / 2, at + 4);
    if (bytes.length <= 4) bytes.copy(entries, at + 8);
    else {
      entries.writeUInt32LE(apartFrom, at + 8);
      apart.push(bytes);
      apartFrom += bytes.length;
    }
  }
  return Buffer.concat([entries, ...apart]);
}

function longs(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4);
  return bytes;
}
