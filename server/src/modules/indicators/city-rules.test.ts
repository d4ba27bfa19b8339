import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { cityRules } from './city-rules.ts';

test(
  'the city’s groups, targets and formula are read as its files say them',
  inCity(async ({ ctx }) => {
    const { peerGroups, targets, satisfaction } = await cityRules(ctx);
    expect(peerGroups.map(({ code }) => code)).toContain('counties');
    expect(peerGroups.find(({ code }) => code === 'enforcement')?.slugs).toContain('cgj');
    expect(targets.every(({ percent }) => percent < 100)).toBe(true);
    expect(satisfaction).toMatchObject({ of: 'valid', mark: 'assumed' });
  }),
);
