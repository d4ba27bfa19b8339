import { expect, test } from 'vitest';
import { refuseIncomplete } from './ticks.ts';

const seenAt = '2026-03-02T02:00:00.000Z';
const item = {
  code: 'heard-from',
  name: '周边群众怎么说',
  kind: 'words',
  unit: null,
  isRequired: true,
  wantsPhoto: false,
} as const;

test('an item that must be said is not said by blanks', () => {
  const say = (value: string) => () =>
    refuseIncomplete([item], [{ code: item.code, value, note: '', seenAt }], new Set());
  expect(say('  ')).toThrow(expect.objectContaining({ code: 'visits.items-missing' }));
  expect(say('都说没有修')).not.toThrow();
});
