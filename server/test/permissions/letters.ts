import type { ReceiptState } from '@minsheng/contract/words/letters.ts';
import { approveLetter, draftLetter, sendLetter } from '../../src/modules/letters/index.ts';
import { change } from '../../src/modules/letters/letters.repo.ts';
import { changeReceipt } from '../../src/modules/letters/receipts.repo.ts';
import type { Doing } from './objects.ts';
import { type TestPerson, units } from './people.ts';
import type { Letters, Probe, Probes } from './probe.ts';

const words = {
  template: 'supervision-notice',
  slots: { subject: '权限测试', facts: '权限测试。', demands: '权限测试。' },
};

export async function makeLetters(
  doing: Doing,
  people: ReadonlyMap<string, TestPerson>,
): Promise<Letters> {
  const draft = () =>
    doing.system(async (ctx) => {
      const { letterId } = await draftLetter(ctx, { ...words, toUnits: [units.bureau] });
      await change(ctx, letterId, { drafted_by: people.get('dispatcher')?.accountId ?? null });
      return letterId;
    });
  const approved = async () => {
    const letterId = await draft();
    await doing.system((ctx) => approveLetter(ctx, { letterId }));
    return letterId;
  };
  const sent = async (state: ReceiptState) => {
    const letterId = await approved();
    await doing.system(async (ctx) => {
      await sendLetter(ctx, { letterId });
      await changeReceipt(ctx, { letterId, unitCode: units.bureau }, { state });
    });
    return letterId;
  };
  return {
    draft: await draft(),
    approved: await approved(),
    unsigned: await sent('unsigned'),
    toAnswer: await sent('to-answer'),
    toReview: await sent('to-review'),
  };
}

const on = (stage: keyof Letters, body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { letterId: fixtures.letters[stage] }, body }),
});

export const letterProbes: Probes = {
  'GET /letters': { request: () => ({}) },
  'POST /letters/export': { request: () => ({ body: { box: 'all', purpose: '权限测试' } }) },
  'GET /letters/templates': { request: () => ({}) },
  'POST /letters': { request: () => ({ body: { ...words, toUnits: [units.bureau] } }) },
  'GET /letters/:letterId': on('unsigned'),
  'PATCH /letters/:letterId': on('draft', { title: '权限测试' }),
  'POST /letters/:letterId/approve': on('draft', {}),
  'POST /letters/:letterId/send': on('approved', {}),
  'POST /letters/:letterId/withdraw': on('approved', { reason: '权限测试' }),
  'POST /letters/:letterId/sign': on('unsigned', {}),
  'POST /letters/:letterId/answer': on('toAnswer', { content: '权限测试。', fileIds: [] }),
  'POST /letters/:letterId/judge': on('toReview', {
    unitCode: units.bureau,
    accept: true,
    reason: '',
  }),
  'GET /letters/:letterId/print': on('unsigned'),
  'GET /letters/:letterId/docx': on('unsigned'),
  'GET /letters/:letterId/pdf': on('unsigned'),
};
