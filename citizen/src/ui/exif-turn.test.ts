import { expect, test } from 'vitest';
import { exifBlock, exifTurn } from './exif-turn.ts';

function jpegWith(...parts: Uint8Array[]): ArrayBuffer {
  return Uint8Array.from([0xff, 0xd8, ...parts.flatMap((part) => Array.from(part)), 0xff, 0xda])
    .buffer;
}

test.each([1, 3, 6, 8])('reads turn %i behind another segment', (turn) => {
  const comment = Uint8Array.from([0xff, 0xfe, 0x00, 0x04, 0x61, 0x62]);
  expect(exifTurn(jpegWith(comment, exifBlock(turn)))).toBe(turn);
});

test('a file without a word on it counts as upright', () => {
  expect(exifTurn(jpegWith())).toBe(1);
  expect(exifTurn(new Uint8Array([0x89, 0x50, 0x4e, 0x47]).buffer)).toBe(1);
  expect(exifTurn(new ArrayBuffer(0))).toBe(1);
});

test('a turn out of range or a cut file counts as upright', () => {
  expect(exifTurn(jpegWith(exifBlock(9)))).toBe(1);
  expect(exifTurn(jpegWith(exifBlock(6)).slice(0, 24))).toBe(1);
});
