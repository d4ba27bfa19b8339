import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { place, taken, tiff, type Value } from './example-notes.ts';
import { exifOf } from './exif.ts';
import { photoFactsOf, withoutPhotoFacts } from './photo-facts.ts';

function part(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]);
  return Buffer.concat([head, data]);
}

const scan = Buffer.concat([
  part(0xda, Buffer.alloc(6)),
  Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3]),
]);
const picture = [
  part(0xdb, Buffer.alloc(8, 7)),
  part(0xc0, Buffer.alloc(9, 8)),
  scan,
  part(0xc4, Buffer.alloc(4, 9)),
  scan,
];
const jfif = part(0xe0, Buffer.from('JFIF\0\x01\x01', 'latin1'));

function jpeg(notes: Buffer[], after = Buffer.alloc(0)): Buffer {
  const [start, end] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])];
  return Buffer.concat([start, jfif, ...notes, ...picture, end, after]);
}

function exif(isLittle: boolean, orientation = 6, camera: Value[] = taken): Buffer {
  const main = [{ tag: 0x0112, short: orientation }];
  return part(
    0xe1,
    Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff({ main, camera, place }, isLittle)]),
  );
}

describe('reading', () => {
  test.each([true, false])('time and place, little end first: %s', (isLittle) => {
    const { takenAt, point } = photoFactsOf(jpeg([exif(isLittle)]), 'Asia/Shanghai');
    expect(takenAt?.toISOString()).toBe('2026-01-05T14:41:07.000Z');
    expect(point?.lat).toBeCloseTo(24.51, 6);
    expect(point?.lng).toBeCloseTo(117.65, 6);
  });

  test("the camera's own zone goes before the city's", () => {
    const abroad = [...taken, { tag: 0x9011, ascii: '+06:00' }];
    expect(
      photoFactsOf(jpeg([exif(true, 1, abroad)]), 'Asia/Shanghai').takenAt?.toISOString(),
    ).toBe('2026-01-05T16:41:07.000Z');
  });

  test.each(['0000:00:00 00:00:00', '    :  :     :  :  ', 'yesterday'])(
    'a clock never set says nothing: %s',
    (ascii) => {
      expect(
        photoFactsOf(jpeg([exif(true, 1, [{ tag: 0x9003, ascii }])]), 'Asia/Shanghai').takenAt,
      ).toBeNull();
    },
  );

  test('no notes, no facts', () => {
    for (const bytes of [jpeg([]), Buffer.from('not a photo'), Buffer.alloc(0)]) {
      expect(photoFactsOf(bytes, 'Asia/Shanghai')).toEqual({ takenAt: null, point: null });
    }
  });

  test('no broken block is believed or fatal', () => {
    const whole = jpeg([exif(true)]);
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.nat(255),
        fc.nat(whole.length),
        (at, value, length) => {
          const broken = Buffer.from(whole.subarray(0, length));
          if (at < length) broken[at] = value;
          const { point } = photoFactsOf(broken, 'Asia/Shanghai');
          if (point) expect(Math.abs(point.lat)).toBeLessThanOrEqual(90);
          withoutPhotoFacts(broken);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('removing', () => {
  test('the picture and its upright side stay, everything else goes', () => {
    const notes = [
      exif(true),
      part(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0 GPS')),
      part(0xfe, Buffer.from('my street')),
    ];
    const plain = withoutPhotoFacts(jpeg(notes, Buffer.from('a film appended')));
    expect(plain).not.toBeNull();
    const bytes = Buffer.from(plain ?? []);
    for (const secret of ['2026:01:05', 'GPS', 'my street', 'film'])
      expect(bytes.includes(secret)).toBe(false);
    expect(exifOf(bytes)).toEqual({
      orientation: 6,
      takenAtLocal: null,
      offset: null,
      point: null,
    });
    expect(bytes.includes(Buffer.concat([jfif, ...picture]))).toBe(true);
    expect(withoutPhotoFacts(bytes)).toEqual(bytes);
  });

  test('an upright photo needs no note', () => {
    const plain = withoutPhotoFacts(jpeg([exif(false, 1)]));
    expect(plain).toEqual(jpeg([]));
  });

  test('what cannot be read is not passed on', () => {
    for (const bytes of [Buffer.from('<html>'), jpeg([]).subarray(0, 40), Buffer.alloc(0)]) {
      expect(withoutPhotoFacts(bytes)).toBeNull();
    }
  });
});
