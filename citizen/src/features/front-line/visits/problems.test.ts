import { expect, test } from 'vitest';
import { type KeptPhoto, newVisit, type ToGo } from './kept-visit.ts';
import { problemsOf } from './problems.ts';
import { visitsText } from './text.ts';

const item = (code: string, kind: ToGo['items'][number]['kind'], wantsPhoto = false) => ({
  code,
  name: code,
  kind,
  unit: null,
  isRequired: true,
  wantsPhoto,
});
const toGo: ToGo = {
  id: '00000000-0000-7000-8000-000000000000',
  purpose: 'answer-check',
  state: 'asked',
  place: '示例路口',
  point: null,
  what: '看一看。',
  label: null,
  answer: '已修好。',
  visitBy: '2026-03-02',
  isLate: false,
  items: [item('scene', 'photo'), item('repaired', 'yes-no', true), item('metres', 'number')],
};
const photo = (itemCode: string | null): KeptPhoto => ({
  id: String(itemCode),
  visitId: toGo.id,
  itemCode,
  blob: new Blob([]),
  thumb: '',
  takenAtMs: 0,
  place: null,
  fileId: null,
  isSent: false,
});
const words = visitsText.problems;
const tick = (code: string, value: boolean | number | string) => ({
  code,
  value,
  note: '',
  seenAtMs: 0,
});

test('an untouched visit lacks everything, by name', () => {
  expect(problemsOf(newVisit(toGo, 'a'), [])).toEqual([
    words.items('repaired、metres'),
    words.photos('scene、repaired'),
    words.outcome,
    words.findings,
  ]);
});

test('whoever calls an answer false shows a photo; a number is a number', () => {
  const visit = {
    ...newVisit({ ...toGo, items: [item('metres', 'number')] }, 'a'),
    ticks: [tick('metres', '三米')],
    outcome: 'not-fixed' as const,
    findings: '没有修。',
    answerIsFalse: true,
  };
  expect(problemsOf(visit, [])).toEqual([words.number('metres'), words.falsePhoto]);
  const right = { ...visit, ticks: [tick('metres', 3)] };
  expect(problemsOf(right, [photo(null)])).toEqual([]);
});
