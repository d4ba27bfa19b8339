import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { isSerious, makesSerious, type SeriousQuestion } from './is-serious.ts';

const plain: SeriousQuestion = { urgency: 'U3', type: 'QZ', matterCode: '010107', secrecy: 0 };
const open = {
  code: 'x',
  name: '某类',
  urgency: null,
  type: null,
  matter: null,
  secrecyFrom: null,
  validFrom: null,
  validTo: null,
};

test(
  'the common rows: urgent, reports, and whatever asks for secrecy',
  inCity(async ({ ctx }) => {
    expect(await isSerious(ctx, plain)).toBe(false);
    for (const said of [
      { urgency: 'U1' },
      { urgency: 'U2' },
      { type: 'JB' },
      { secrecy: 1 },
      { secrecy: 3 },
    ] as const)
      expect(await isSerious(ctx, { ...plain, ...said })).toBe(true);
  }),
);

test('a row counts where all it names fits, and only while it is valid', () => {
  const rule = {
    ...open,
    type: 'TS',
    matter: '0101',
    validFrom: '2026-01-01',
    validTo: '2026-06-30',
  } as const;
  const asked = { ...plain, type: 'TS' } as const;
  expect(makesSerious(rule, asked, '2026-01-01')).toBe(true);
  expect(makesSerious(rule, asked, '2026-06-30')).toBe(true);
  expect(makesSerious(rule, asked, '2025-12-31')).toBe(false);
  expect(makesSerious(rule, asked, '2026-07-01')).toBe(false);
  expect(makesSerious(rule, plain, '2026-02-01')).toBe(false);
  expect(makesSerious(rule, { ...asked, matterCode: '020101' }, '2026-02-01')).toBe(false);
});
