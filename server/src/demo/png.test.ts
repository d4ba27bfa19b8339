import { describe, expect, test } from 'vitest';
import { knownFile } from '../modules/files/file-kind.ts';
import { drawnPhoto } from './photo.ts';

describe('drawn photos', () => {
  test.each(['before', 'after', 'paper'] as const)(
    '%s is a picture to whoever looks inside',
    async (shown) => {
      const bytes = drawnPhoto('any seed', shown);
      const known = await knownFile({ name: 'a.png', declaredType: 'image/png', bytes });
      expect(known).toMatchObject({ kind: 'photo', mime: 'image/png' });
      expect(bytes.readUInt32BE(16)).toBe(320);
      expect(bytes.length).toBeLessThan(40_000);
    },
  );

  test('before and after differ, and a seed always draws the same', () => {
    expect(drawnPhoto('s', 'before').equals(drawnPhoto('s', 'after'))).toBe(false);
    expect(drawnPhoto('s', 'after').equals(drawnPhoto('s', 'after'))).toBe(true);
  });
});
