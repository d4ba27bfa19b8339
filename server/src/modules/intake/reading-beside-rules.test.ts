import { expect, test } from 'vitest';
import { type UrgencyTrigger, urgencyOf } from './urgency.ts';

const trigger = (code: string, words: readonly string[]): UrgencyTrigger => ({
  code,
  words,
  needs: [],
  unless: [],
  time: 'any',
  raisesTo: 'U1',
  linkage: ['jj110'],
});
const triggers = [
  trigger('electric', ['触电']),
  { ...trigger('sewage', ['污水溢出']), raisesTo: 'U2' as const },
  { ...trigger('signal', ['红绿灯']), linkage: [] },
];
const quiet = {
  text: '',
  matterUrgency: 'U3',
  isNight: false,
  isExamDay: false,
  isNearQuiet: false,
  triggers,
  calm: [],
} as const;
const reading = { kind: { code: 'lift', name: '有人困在电梯', time: 'any' }, words: [] } as const;

test.each([
  ['likely', 2, 'U2'],
  ['very sure', 6, 'U1'],
  ['hardly thinkable', -2, 'U3'],
] as const)('what no rule heard and reads %s is proposed, not ruled', (_, strength, proposed) => {
  const computed = urgencyOf({ ...quiet, reading: { ...reading, strength } });
  expect([computed.urgency, computed.ruled]).toEqual([proposed, 'U3']);
  expect(computed.proposed?.urgency ?? 'U3').toBe(proposed);
});

test('what a rule has raised needs no proposal, and what reads like an examination is none on other days', () => {
  const ruled = urgencyOf({ ...quiet, text: '有人触电', reading: { ...reading, strength: 6 } });
  expect([ruled.urgency, ruled.proposed]).toEqual(['U1', null]);
  const exam = { ...reading, kind: { ...reading.kind, time: 'exam' }, strength: 6 } as const;
  expect(urgencyOf({ ...quiet, reading: exam }).urgency).toBe('U3');
  expect(urgencyOf({ ...quiet, reading: exam, isExamDay: true, isNearQuiet: false }).urgency).toBe(
    'U1',
  );
});

test('a word of danger in what reads calm is doubted and asked about; a nuisance is not', () => {
  const calmly = { ...quiet, reading: { ...reading, strength: -3 } };
  const danger = urgencyOf({ ...calmly, text: '触电' });
  expect([danger.urgency, danger.doubted.map(({ calm }) => calm)]).toEqual(['U3', [[]]]);
  expect(urgencyOf({ ...calmly, text: '污水溢出' }).urgency).toBe('U2');
  expect(urgencyOf({ ...calmly, text: '红绿灯全灭了' }).urgency).toBe('U1');
});
