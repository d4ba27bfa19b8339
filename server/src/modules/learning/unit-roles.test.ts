import { expect, test } from 'vitest';
import { roleOf, unitsHere } from './unit-roles.ts';

test.each([
  ['350626.rsj', '350626100000', '{county}.rsj'],
  ['350626', '350626000000', '{county}'],
  ['350626100', '350626100205', '{town}'],
  ['350626100205', '350626100205', '{village}'],
  // The city's own, another county's, and one of whom the place says too little: they stay who they are.
  ['350600.sw', '350626100000', '350600.sw'],
  ['350602.rsj', '350626100000', '350602.rsj'],
  ['350626.rsj', '350600000000', '350626.rsj'],
])('%s seen from %s is %s', (unit, areaCode, role) => {
  expect(roleOf(unit, areaCode)).toBe(role);
});

const said = [
  { label: '{county}.rsj', probability: 0.4 },
  { label: '350602.rsj', probability: 0.2 },
  { label: '350626.rsj', probability: 0.15 },
  { label: '{town}', probability: 0.1 },
  { label: '350600.sw', probability: 0.05 },
];
const labelsAt = (areaCode: string) =>
  unitsHere(said, areaCode).map(({ label, probability }) => [
    label,
    Number(probability.toFixed(2)),
  ]);

test('two roles of one unit speak together, and who answers for another place is left out', () => {
  expect(labelsAt('350626100000')).toEqual([
    ['350626.rsj', 0.79],
    ['350626100', 0.14],
    ['350600.sw', 0.07],
  ]);
});

test('where the county is not known the city stands in for its bureau, and no town is named', () => {
  expect(labelsAt('350600000000')).toEqual([
    ['350600.rsj', 0.5],
    ['350602.rsj', 0.25],
    ['350626.rsj', 0.19],
    ['350600.sw', 0.06],
  ]);
});

test('what is believed of other places makes nobody here sure', () => {
  const elsewhere = [
    { label: '350602.rsj', probability: 0.9 },
    { label: '350600.sw', probability: 0.05 },
  ];
  expect(unitsHere(elsewhere, '350626100000')).toMatchObject([
    { label: '350600.sw', probability: 0.1 },
  ]);
});
