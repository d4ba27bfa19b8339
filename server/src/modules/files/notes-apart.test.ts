import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { place, taken, tiff } from './example-notes.ts';
import { exifIn } from './exif.ts';
import { pngWithoutFacts, webpWithoutFacts } from './photo-facts.ts';
import { pngNotes } from './png-parts.ts';
import { webpNotes } from './webp-parts.ts';

const secrets = ['2026:01:05', 'GPS', 'my street', 'film', 'Exif\0\0'];
const notes = (orientation: number) =>
  tiff({ main: [{ tag: 0x0112, short: orientation }], camera: taken, place }, true);
const onlyTurned = { orientation: 6, takenAtLocal: null, offset: null, point: null };

function chunk(name: string, words: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), words]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(words.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
const row = deflateSync(Buffer.from([0, 10, 200]));
function png(extra: Buffer[], after = Buffer.alloc(0)): Buffer {
  const start = Buffer.from('89504e470d0a1a0a', 'hex');
  const body = [chunk('gAMA', Buffer.alloc(4, 1)), ...extra, chunk('IDAT', row)];
  return Buffer.concat([start, chunk('IHDR', header), ...body, chunk('IEND', Buffer.of()), after]);
}
const pngSecrets = (orientation: number) => [
  chunk('eXIf', notes(orientation)),
  chunk('tEXt', Buffer.from('Comment\0my street')),
  chunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0 GPS')),
  chunk('zTXt', deflateSync(Buffer.from('my street'))),
  chunk('tIME', Buffer.alloc(7)),
  chunk('caNv', Buffer.from('GPS')),
];

function riff(name: string, words: Buffer): Buffer {
  const head = Buffer.alloc(8, name, 'latin1');
  head.writeUInt32LE(words.length, 4);
  return Buffer.concat([head, words, Buffer.alloc(words.length % 2)]);
}
function webp(parts: Buffer[], after = Buffer.alloc(0)): Buffer {
  return Buffer.concat([
    riff('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts])),
    after,
  ]);
}
const large = (flags: number) => riff('VP8X', Buffer.concat([Buffer.of(flags), Buffer.alloc(9)]));
const drawn = riff('VP8 ', Buffer.alloc(31, 5));
const webpSecrets = (orientation: number, before = '') => [
  riff('EXIF', Buffer.concat([Buffer.from(before, 'latin1'), notes(orientation)])),
  riff('XMP ', Buffer.from('<x>GPS</x>')),
  riff('note', Buffer.from('my street')),
];

describe('a PNG', () => {
  test('keeps its picture and its upright side, and nothing else', () => {
    const plain = Buffer.from(pngWithoutFacts(png(pngSecrets(6), Buffer.from('a film'))) ?? []);
    for (const secret of secrets) expect(plain.includes(secret), secret).toBe(false);
    expect(exifIn(pngNotes(plain) ?? Buffer.of())).toEqual(onlyTurned);
    const kept = Buffer.concat([chunk('gAMA', Buffer.alloc(4, 1)), chunk('IDAT', row)]);
    expect(plain.includes(kept)).toBe(true);
    expect(pngWithoutFacts(plain)).toEqual(plain);
  });

  test('upright it is the bare picture, and a bare picture stays as it is', () => {
    expect(pngWithoutFacts(png(pngSecrets(1)))).toEqual(png([]));
    expect(pngWithoutFacts(png([]))).toEqual(png([]));
  });
});

describe('a WebP', () => {
  test.each(['', 'Exif\0\0'])(
    'keeps its picture and its upright side, notes after “%s”',
    (before) => {
      const whole = webp([large(0x2c), drawn, ...webpSecrets(6, before)], Buffer.from('a film'));
      const plain = Buffer.from(webpWithoutFacts(whole) ?? []);
      for (const secret of secrets) expect(plain.includes(secret), secret).toBe(false);
      expect(exifIn(webpNotes(plain) ?? Buffer.of())).toEqual(onlyTurned);
      expect(plain.includes(Buffer.concat([large(0x28), drawn]))).toBe(true);
      expect(webpWithoutFacts(plain)).toEqual(plain);
    },
  );

  test('upright it is the bare picture, and a bare picture stays as it is', () => {
    expect(webpWithoutFacts(webp([large(0x2c), drawn, ...webpSecrets(1)]))).toEqual(
      webp([large(0x20), drawn]),
    );
    expect(webpWithoutFacts(webp([drawn]))).toEqual(webp([drawn]));
  });
});

test('what cannot be read is not passed on, and nothing broken is fatal', () => {
  const wholes = [png(pngSecrets(6)), webp([large(0x2c), drawn, ...webpSecrets(6)])];
  for (const without of [pngWithoutFacts, webpWithoutFacts]) {
    for (const bytes of [Buffer.from('<html>'), Buffer.alloc(0), ...wholes.map(cut)])
      expect(without(bytes)).toBeNull();
    fc.assert(
      fc.property(fc.nat(1), fc.nat(900), fc.nat(255), fc.nat(900), (no, at, value, length) => {
        const broken = Buffer.from(wholes[no]?.subarray(0, length) ?? []);
        if (at < broken.length) broken[at] = value;
        without(broken);
      }),
      { numRuns: 500 },
    );
  }
});

const cut = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - 5);
