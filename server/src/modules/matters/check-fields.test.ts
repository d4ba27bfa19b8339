import { describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { Json } from '../../platform/json.ts';
import { missingIn, unknownIn, wrongIn } from './check-fields.ts';
import type { MatterField } from './fields.repo.ts';
import { checkFields, fieldsFor, shownFields } from './index.ts';

const field = (code: string, more: Partial<MatterField> = {}): MatterField => ({
  code,
  label: `名-${code}`,
  kind: 'text',
  choices: [],
  required: 'never',
  seenBy: 'all',
  help: '',
  ...more,
});
const choices = [
  { code: 'a', label: '甲' },
  { code: 'b', label: '乙' },
];

describe('one value', () => {
  const reasonFor = (kind: MatterField['kind'], value: Json) =>
    wrongIn([field('x', { kind, choices })], { x: value })?.facts.reason ?? null;

  test.each([
    ['text', '路口', 7],
    ['long-text', '很长', true],
    ['place', '胜利路', 1],
    ['number', -1.5, '一'],
    ['count', 3, 2.5],
    ['count', 0, -1],
    ['money', 1250, 12.5],
    ['date', '2026-02-28', '2026-02-30'],
    ['datetime', '2026-02-28T08:00:00Z', '2026-02-28 08:00'],
    ['datetime', '2026-02-28T08:00:00.000+08:00', '2026-02-30T08:00:00Z'],
    ['yes-no', false, 'no'],
    ['choice', 'a', 'c'],
    ['choices', ['a', 'b'], ['a', 'c']],
  ] as const)('%s takes %j and not %j', (kind, good, bad) => {
    expect(reasonFor(kind, good)).toBeNull();
    expect(reasonFor(kind, bad)).toEqual(expect.any(String));
  });

  test('an empty text is nothing said', () => {
    expect(wrongIn([field('x', { kind: 'number' })], { x: ' ' })).toBeNull();
    expect(wrongIn([field('x')], { x: '字'.repeat(201) })?.facts.label).toBe('名-x');
  });
});

describe('all values', () => {
  const visitor = field('visitor', { kind: 'yes-no' });
  const origin = field('origin', { required: { field: 'visitor', is: ['yes'] } });

  test('a field is asked for always, or because of another answer', () => {
    expect(missingIn([field('x', { required: 'always' })], {})?.facts).toEqual({ label: '名-x' });
    expect(missingIn([visitor, origin], { visitor: true })?.code).toBe('city.field-missing');
    expect(missingIn([visitor, origin], { visitor: false })).toBeNull();
    expect(missingIn([visitor, origin], {})).toBeNull();
    expect(missingIn([visitor, origin], { visitor: true, origin: '外省' })).toBeNull();
  });

  test('a condition on a field that is gone asks for nothing', () => {
    expect(missingIn([origin], { visitor: true })).toBeNull();
  });

  test('a code nobody defined is refused', () => {
    expect(unknownIn([visitor], { visiter: true })?.facts.label).toBe('visiter');
  });
});

test(
  'a leaf has its own fields and those of its group and domain; only some are for everybody',
  inCity(async ({ ctx }) => {
    const codes = (await fieldsFor(ctx, '010101')).map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['blocks_passage', 'road_name', 'damage_size', 'has_fallen']),
    );
    expect(codes.indexOf('blocks_passage')).toBeLessThan(codes.indexOf('damage_size'));
    expect(new Set(codes).size).toBe(codes.length);
    await expect(checkFields(ctx, '010101', {}, 'centre')).rejects.toMatchObject({
      code: 'city.field-missing',
    });
    const said = { road_name: '胜利路与延安路口', damage_size: 'car', blocks_passage: true };
    await checkFields(ctx, '010101', said, 'centre');
    await expect(
      checkFields(ctx, '010101', { ...said, damage_size: 'huge' }, 'centre'),
    ).rejects.toMatchObject({ code: 'city.bad-field', facts: { label: '坑洼大小' } });
    const shown = await shownFields(ctx, '010101', {
      values: { ...said, gone_field: 3 },
      who: 'all',
    });
    expect(shown).toEqual([
      { code: 'road_name', label: '道路名称或路口', value: '胜利路与延安路口' },
      { code: 'damage_size', label: '坑洼大小', value: '约一个车位' },
      { code: 'blocks_passage', label: '是否影响车辆或行人通行', value: '是' },
    ]);
  }),
);

test(
  'a moment is read as the clock in the city showed it, a day as it was written',
  inCity(async ({ ctx }) => {
    const shown = async (values: Record<string, string>) =>
      (await shownFields(ctx, '010104', { values, who: 'all' })).map(({ value }) => value);
    expect(await shown({ water_since: '2026-11-24T01:30:00.000Z' })).toEqual(['2026-11-24 09:30']);
    expect(await shown({ water_since: '前天' })).toEqual(['前天']);
  }),
);
