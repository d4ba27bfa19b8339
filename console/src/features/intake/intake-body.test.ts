import { describe, expect, test } from 'vitest';
import { createBody, isNeeded, type MatterDetail, missingIn } from './intake-body.ts';
import { blankForm, cited, type IntakeForm, intakeForm } from './intake-form.ts';

const field = (code: string, more: Partial<MatterDetail['fields'][number]> = {}) => ({
  code,
  label: `名-${code}`,
  kind: 'text' as const,
  choices: [],
  required: 'never' as const,
  seenBy: 'all' as const,
  help: '',
  ...more,
});

const matter: MatterDetail = {
  code: '010102',
  l1: '城建',
  l2: '道路',
  name: '窨井盖',
  type: 'QZ',
  urgency: 'U2',
  limitClass: 'N3',
  questions: [],
  fields: [
    field('visitor', { kind: 'yes-no' }),
    field('origin', { required: { field: 'visitor', is: ['yes'] } }),
    field('lid', { required: 'always' }),
  ],
  evidence: [],
  asksMeasures: false,
  asksAssetChanges: false,
  mustContact: false,
};

const complete: IntakeForm = {
  ...blankForm(),
  content: '路中间井盖破了',
  type: 'QZ',
  matterCode: '010102',
  areaCode: '350602001',
  fields: { lid: '雨水' },
  anonymous: true,
};

describe('what is still missing', () => {
  test('an empty form names everything compulsory, in the order of the form', () => {
    expect(missingIn(blankForm(), undefined)).toEqual([
      'content',
      'matter',
      'type',
      'area',
      'contact',
    ]);
  });

  test('what only a unit would need is asked where a unit will act', () => {
    const unsaid = { ...complete, fields: {} };
    expect(missingIn(unsaid, matter)).toEqual(['field']);
    expect(missingIn({ ...unsaid, result: 'answer', answer: '已告知' }, matter)).toEqual([]);
  });

  test('a complete form misses nothing', () => {
    expect(missingIn(complete, matter)).toEqual([]);
  });

  test('a field is asked for because of another answer, and only then', () => {
    const origin = matter.fields[1] ?? field('origin');
    expect(isNeeded(origin, { visitor: true })).toBe(true);
    expect(isNeeded(origin, { visitor: false })).toBe(false);
    expect(isNeeded(origin, {})).toBe(false);
    expect(missingIn({ ...complete, fields: { lid: '雨水', visitor: true } }, matter)).toEqual([
      'field',
    ]);
  });

  test('a call brings the number, so none has to be typed', () => {
    const form = { ...complete, anonymous: false };
    expect(missingIn(form, matter)).toEqual(['contact']);
    expect(missingIn({ ...form, callId: 'x' }, matter)).toEqual([]);
  });

  test.each([
    ['answer', { result: 'answer' }, { answer: '可以去窗口办' }],
    ['answer', { result: 'answer' }, { knowledgeCode: 'ZZ-0101-01' }],
    ['disposition', { result: 'dispose' }, { dispositionCode: 'DG2', dispositionReason: '已起诉' }],
    ['transfer', { result: 'transfer' }, { transferTo: '119' }],
  ] as const)('%s is asked for by its result', (missing, chosen, said) => {
    expect(missingIn({ ...complete, ...chosen }, matter)).toEqual([missing]);
    expect(missingIn({ ...complete, ...chosen, ...said }, matter)).toEqual([]);
  });
});

describe('what is sent', () => {
  test('fields of a leaf that was chosen before are left out', () => {
    const body = createBody({ ...complete, fields: { lid: '雨水', of_another_leaf: 3 } }, matter);
    expect(body?.fields).toEqual({ lid: '雨水' });
  });

  test('an answer typed before changing to dispatch is not sent', () => {
    const body = createBody({ ...complete, answer: '已答复', knowledgeCode: 'ZZ-1' }, matter);
    expect(body).not.toHaveProperty('answer');
    expect(body).not.toHaveProperty('knowledgeCode');
  });

  test('a transfer says whether its feedback is awaited', () => {
    const transfer = { ...complete, result: 'transfer', transferTo: '119' } as const;
    expect(createBody(transfer, matter)).toMatchObject({ awaitsFeedback: false });
    const followed = createBody({ ...transfer, awaitsFeedback: true }, matter);
    expect(followed).toMatchObject({ transferTo: '119', awaitsFeedback: true });
  });

  test('the computed urgency is left to the server', () => {
    expect(createBody(complete, matter)).not.toHaveProperty('urgency');
  });
});

test('a form left behind by another version still opens', () => {
  const form = intakeForm.parse({ content: '写了一半', secrecy: 9, tags: 'none', gone: true });
  expect(form.content).toBe('写了一半');
  expect(form.secrecy).toBe(0);
  expect(form.tags).toEqual([]);
});

describe('citing an entry', () => {
  const entry = { code: 'ZZ-0101-01', title: '路灯坏了找谁修？', matters: ['0101', '010105'] };

  test('fills an empty form, so that a question is saved with one more key', () => {
    const form = { ...blankForm({ id: 'a call', number: '' }), anonymous: true };
    const filled = { ...form, ...cited(form, entry, '350600') };
    expect(filled).toMatchObject({
      result: 'answer',
      content: entry.title,
      matterCode: '010105',
      type: 'ZX',
      areaCode: '350600',
    });
    expect(missingIn(filled, matter)).toEqual([]);
  });

  test('leaves what the agent has typed', () => {
    expect(cited(complete, entry, '350600')).toEqual({
      result: 'answer',
      knowledgeCode: entry.code,
      knowledgeTitle: entry.title,
    });
  });
});
