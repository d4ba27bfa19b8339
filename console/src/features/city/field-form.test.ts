import { expect, test } from 'vitest';
import { choicesOf, fieldOf, formOf } from './field-form.ts';
import type { MatterField } from './matter-field.ts';

const field: MatterField = {
  code: 'lid_kind',
  label: '井盖种类',
  kind: 'choice',
  choices: [
    { code: 'rain', label: '雨水' },
    { code: 'power', label: '电力' },
  ],
  required: { field: 'is_open', is: ['yes', 'partly'] },
  seenBy: 'lead',
  help: '看盖面字样',
};

test('a field survives the form unchanged', () => {
  expect(fieldOf(formOf(field))).toEqual(field);
});

test('choices are dropped when the kind no longer has any', () => {
  expect(fieldOf({ ...formOf(field), kind: 'text' }).choices).toEqual([]);
});

test('a line that cannot be read refuses the whole list', () => {
  expect(choicesOf('rain=雨水\n电力')).toBeNull();
  expect(choicesOf(' rain = 雨水 \n\npower=电力')).toEqual(field.choices);
});
