import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCity } from '../../city/index.ts';
import { chooseLimit, type LimitQuestion } from './limit-for.ts';
import type { LimitRule } from './rules.ts';

const city = readCity(fileURLToPath(new URL('../../../../cities/zhangzhou', import.meta.url)));
/** The pothole, three working days by its matter. */
const matter = { code: '010101', urgency: 'U3', type: 'QZ', limit_class: 'N3' } as const;

const rule = (over: Partial<LimitRule>): LimitRule => ({
  ...{ id: 'own', urgency: null, matter: null, type: null, channel: null, area: null },
  ...{ limitClass: 'N15', validFrom: null, validTo: null },
  ...over,
});

/** With sample rows beside the city's own. */
function choose(rows: readonly LimitRule[], over: Partial<LimitQuestion>) {
  const asked = { urgency: 'U3', type: 'QZ', channel: 'phone', areaCode: '350600000000' } as const;
  return chooseLimit(
    { ...asked, matterCode: matter.code, ...over },
    { classes: city.limits, rules: [...city.limitRules, ...rows], matter },
    '2026-06-01',
  )?.limit.code;
}

describe('a rule of an area', () => {
  const there = { areaCode: '350602001001' };
  const township = rule({ area: '350602001', limitClass: 'N10' });
  const county = rule({ area: '350602', limitClass: 'N15' });

  test.each([
    ['a village of the township', '350602001001', 'N10'],
    ['the township itself', '350602001000', 'N10'],
    ['another township of the county', '350602002000', 'N15'],
    ['the county, no place told closer', '350602000000', 'N15'],
    ['another county', '350603001000', 'N3'],
    ['the city, no place told closer', '350600000000', 'N3'],
  ])('%s', (_, areaCode, code) => {
    expect(choose([county, township], { areaCode })).toBe(code);
    expect(choose([township, county], { areaCode })).toBe(code);
  });

  test('stands over a longer matter, under a channel, and among equals by its day', () => {
    const ofMatter = rule({ area: '350602001', matter: '010101', limitClass: 'N2' });
    const later = rule({ area: '350602001', limitClass: 'N5', validFrom: '2026-05-31' });
    const channel = rule({ channel: 'phone', limitClass: 'ST' });
    expect(choose([township, ofMatter], there)).toBe('N2');
    expect(choose([later, township], there)).toBe('N5');
    expect(choose([township, channel], there)).toBe('ST');
  });

  test.each([
    ['that has ended', { validTo: '2026-05-31' }],
    ['that has not begun', { validFrom: '2026-06-02' }],
  ])('%s leaves the county’s', (_, over) => {
    expect(choose([county, { ...township, ...over }], there)).toBe('N15');
  });

  test('leaves the hours of urgent orders, unless it names the urgency', () => {
    expect(choose([township], { ...there, urgency: 'U2' })).toBe('E24');
    expect(choose([{ ...township, matter: '010101' }], { ...there, urgency: 'U1' })).toBe('E2');
    const named = rule({ area: '350602001', urgency: 'U2', limitClass: 'E2' });
    expect(choose([named], { ...there, urgency: 'U2' })).toBe('E2');
  });
});
