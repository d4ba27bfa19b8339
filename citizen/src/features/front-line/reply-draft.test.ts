import { replyForm } from '@minsheng/contract/handling.ts';
import { expect, test } from 'vitest';
import { emptyReply, replyOf, replyProblems } from './reply-draft.ts';

const photo = '0190f3a0-0000-7000-8000-000000000001';
const before = { code: 'before', label: '整改前', required: true };
const after = { code: 'after', label: '整改后', required: false };
const filled = {
  ...emptyReply,
  isTrue: 'true' as const,
  isSolved: 'solved' as const,
  publicAnswer: ' 井盖已经换好。 ',
};

test('a short form makes a reply the contract accepts; the inside words fall back to the answer', () => {
  const reply = replyOf(filled, { before: [photo] });
  expect(replyForm.parse(reply)).toMatchObject({
    process: '井盖已经换好。',
    publicAnswer: '井盖已经换好。',
    evidence: [{ code: 'before', fileId: photo }],
  });
});

test('measures and asset changes go along, numbers from full-width digits', () => {
  const draft = {
    ...filled,
    measures: [{ kind: 'things' as const, what: ' 装隔离桩 ' }],
    assetChanges: [{ what: '隔离桩', count: '１２', place: '广场入口' }],
  };
  expect(replyForm.parse(replyOf(draft, {}))).toMatchObject({
    measures: [{ kind: 'things', what: '装隔离桩' }],
    assetChanges: [{ what: '隔离桩', count: 12, place: '广场入口' }],
  });
});

test('nothing is assumed: an untouched form names everything missing', () => {
  const problems = replyProblems(
    emptyReply,
    {},
    {
      isWhole: true,
      asksMeasures: true,
      evidence: [before, after],
    },
  );
  expect(problems).toEqual([
    { kind: 'isTrue' },
    { kind: 'isSolved' },
    { kind: 'evidence', label: '整改前' },
    { kind: 'answer' },
    { kind: 'measures' },
  ]);
  expect(replyOf(emptyReply, {})).toBeNull();
});

test('what is not solved needs a reason, and a solved one sends none', () => {
  const asked = { isWhole: true, asksMeasures: false, evidence: [] };
  expect(replyProblems({ ...filled, isSolved: 'partly' }, {}, asked)).toEqual([{ kind: 'reason' }]);
  expect(replyProblems(filled, {}, asked)).toEqual([]);
  expect(replyOf({ ...filled, unsolvedReason: '缺料' }, {})?.unsolvedReason).toBe('');
});

test('half-typed rows are named', () => {
  const draft = {
    ...filled,
    measures: [{ kind: 'people' as const, what: '' }],
    assetChanges: [{ what: '路灯', count: '0', place: '' }],
  };
  expect(replyProblems(draft, {}, { isWhole: true, asksMeasures: true, evidence: [] })).toEqual([
    { kind: 'measureWords' },
    { kind: 'assetWords' },
  ]);
});

test('neither an assisting unit nor an untrue report needs proof and measures', () => {
  const asked = { isWhole: true, asksMeasures: true, evidence: [before] };
  expect(replyProblems({ ...filled, isTrue: 'not-true' }, {}, asked)).toEqual([]);
  expect(replyProblems(filled, {}, { ...asked, isWhole: false })).toEqual([]);
  expect(replyProblems(filled, {}, asked)).toHaveLength(2);
});
