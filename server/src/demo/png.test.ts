import { describe, expect, test } from 'vitest';
import { knownFile } from '../modules/files/file-kind.ts';
import { drawnPhoto } from './photo.ts';
import { sceneKinds, sceneOf } from './photo-scenes.ts';

const lamp = { seed: 'any seed', matter: '010105' };

describe('drawn photos', () => {
  test.each(['before', 'after', 'paper'] as const)(
    '%s is a picture to whoever looks inside',
    async (shown) => {
      const bytes = drawnPhoto({ ...lamp, shown });
      const known = await knownFile({ name: 'a.png', declaredType: 'image/png', bytes });
      expect(known).toMatchObject({ kind: 'photo', mime: 'image/png' });
      expect(bytes.readUInt32BE(16)).toBe(320);
      expect(bytes.length).toBeLessThan(40_000);
    },
  );

  test('a matter is shown as what it is, and differs before and after', () => {
    const matters = ['010101', '050202', '010105', '030104', '030201', '060101', '040103'];
    const all = [...matters, '010303', '010402', '030302', '070101'];
    expect(new Set(all.map(sceneOf))).toEqual(new Set(sceneKinds));
    const drawn = all.flatMap((matter) =>
      (['before', 'after'] as const).map((shown) =>
        drawnPhoto({ seed: 's', matter, shown }).toString('base64'),
      ),
    );
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawnPhoto({ ...lamp, shown: 'after' })).toBe(drawnPhoto({ ...lamp, shown: 'after' }));
  });
});
