import { insertCheck } from '../../src/modules/clues/checks.repo.ts';
import { changeClue } from '../../src/modules/clues/clues.repo.ts';
import { contestRecord } from '../../src/modules/clues/contest-record.ts';
import { writeFeedback } from '../../src/modules/clues/feedback.ts';
import { markClue } from '../../src/modules/clues/mark-clue.ts';
import { readClue } from '../../src/modules/clues/read-clue.ts';
import { sendClue } from '../../src/modules/clues/send-clue.ts';
import { changeSending } from '../../src/modules/clues/sendings.repo.ts';
import { signPack } from '../../src/modules/clues/sign-pack.ts';
import { planVisit } from '../../src/modules/visits/index.ts';
import type { Doing } from './objects.ts';
import { units } from './people.ts';
import type { Clues, Probe, Probes } from './probe.ts';

const reason = '权限测试。';
const someId = '00000000-0000-7000-8000-000000000000';
const on = '2099-01-01';
const words = {
  kind: 'labour',
  place: '权限测试路口',
  areaCode: '350626100001',
  facts: '权限测试用的线索内容。',
};
const marked = { photoIds: [], fileIds: [] };

/** One clue at each stage, handed to the county department; the closed one was told of by one order. */
export async function makeClues(doing: Doing, orderId: string): Promise<Clues> {
  const draft = (subject: string, order: { orderId?: string } = {}) =>
    doing.system(
      async (ctx) => (await markClue(ctx, { ...words, ...marked, ...order, subject })).clueId,
    );
  const signed = async (subject: string) => {
    const clueId = await draft(subject);
    await doing.system((ctx) => signPack(ctx, { clueId }));
    return clueId;
  };
  const sent = async (subject: string) => {
    const clueId = await signed(subject);
    await doing.system((ctx) => sendClue(ctx, { clueId, unit: units.bureau }));
    return clueId;
  };
  const accepted = await sent('权限测试丁店');
  const checkId = await doing.system(async (ctx) => {
    await changeClue(ctx, accepted, { state: 'accepted' });
    const at = ctx.now;
    await changeSending(
      ctx,
      { clue_id: accepted, no: 1 },
      { receipt_at: at, accepted: true, answer_words: '', answered_at: at },
    );
    const { visitId: visit_id } = await planVisit(ctx, {
      purpose: 'joint-check',
      concern: { kind: 'clue', id: accepted },
      checklist: 'violation',
      visitorUnit: units.bureau,
      place: words.place,
      what: reason,
      visitBy: on,
    });
    const id = ctx.newId();
    const at_ = { check_on: on, place: words.place };
    await insertCheck(ctx, { id, clue_id: accepted, no: 1, unit_codes: [], visit_id, ...at_ });
    return id;
  });
  const over = async (subject: string, result: 'filed' | 'no-clue') => {
    const clueId = await draft(subject, { orderId });
    await doing.system((ctx) =>
      changeClue(ctx, clueId, {
        state: 'closed',
        result,
        closed_at: ctx.now,
        closed_words: reason,
      }),
    );
    return clueId;
  };
  const closed = await over('权限测试戊店', 'filed');
  const told = await over('权限测试己店', 'no-clue');
  const contested = await over('权限测试庚店', 'filed');
  return doing.system(async (ctx) => {
    await writeFeedback(ctx, { clueId: told, orderId, way: 'call', words: reason });
    const { subjectId } = await readClue(ctx, { clueId: contested });
    const asked = { subjectId, clueId: contested, how: 'window', words: reason } as const;
    const { contestId } = await contestRecord(ctx, asked);
    return {
      draft: await draft('权限测试甲店'),
      other: await draft('权限测试乙店'),
      signed: await signed('权限测试丙店'),
      sent: await sent('权限测试辛店'),
      ...{ accepted, checkId, closed, told, contestId, orderId },
      subjectId: (await readClue(ctx, { clueId: closed })).subjectId,
    };
  });
}

type Stage = 'draft' | 'signed' | 'sent' | 'accepted' | 'closed';
const at = (stage: Stage, body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { clueId: fixtures.clues[stage] }, body }),
});

export const clueProbes: Probes = {
  'GET /clues/kinds': { request: () => ({}) },
  'GET /clues/draft/:orderId': {
    request: ({ order }) => ({ params: { orderId: order.orderId } }),
  },
  'POST /clues': {
    request: ({ order }) => ({
      body: { ...words, ...marked, subject: '权限测试壬店', orderId: order.orderId },
    }),
  },
  'GET /clues': { request: () => ({ query: { box: 'all' } }) },
  'GET /clues/figures': { request: () => ({ query: { from: '2026-01-01', to: '2026-12-31' } }) },
  'GET /clues/audit': { request: () => ({ query: { month: '2026-03' } }) },
  'GET /subjects': { request: () => ({ query: { name: '示例商户' } }) },
  'GET /clues/subjects': { request: () => ({ query: {} }) },
  'GET /clues/subjects/:subjectId': {
    request: ({ fixtures }) => ({ params: { subjectId: fixtures.clues.subjectId } }),
  },
  'GET /clues/subjects/:subjectId/clues': {
    request: ({ fixtures }) => ({ params: { subjectId: fixtures.clues.subjectId }, query: {} }),
  },
  'POST /clues/subjects/:subjectId/contests': {
    request: ({ fixtures }) => ({
      params: { subjectId: fixtures.clues.subjectId },
      body: { clueId: fixtures.clues.closed, how: 'window', words: reason },
    }),
  },
  'POST /clues/contests/:contestId/decide': {
    request: ({ fixtures }) => ({
      params: { contestId: fixtures.clues.contestId },
      body: { upheld: false, words: reason },
    }),
  },
  'GET /clues/received': { request: () => ({ query: { box: 'all' } }) },
  'GET /clues/received/:clueId': at('sent'),
  'POST /clues/received/:clueId/receipt': at('sent', {}),
  'POST /clues/received/:clueId/answer': at('sent', { accepted: true, words: '' }),
  'POST /clues/received/:clueId/checks': at('accepted', {
    units: [],
    on,
    place: words.place,
    checklist: 'violation',
  }),
  'POST /clues/received/:clueId/checks/:checkId/report': {
    request: ({ fixtures: { clues } }) => ({
      params: { clueId: clues.accepted, checkId: clues.checkId },
      body: { outcome: 'corrected', findings: reason },
    }),
  },
  'POST /clues/received/:clueId/settle': at('accepted', { words: reason }),
  'GET /clues/:clueId': at('draft'),
  'POST /clues/:clueId/change': at('draft', { ...words, subject: '权限测试甲店' }),
  'POST /clues/:clueId/keep': at('draft', { words: '权限', reason: 'no-person' }),
  'POST /clues/:clueId/photo': at('draft', { fileId: someId, isClear: true }),
  'POST /clues/:clueId/join': {
    request: ({ fixtures: { clues } }) => ({
      params: { clueId: clues.draft },
      body: { into: clues.other, words: reason },
    }),
  },
  'POST /clues/:clueId/sign': at('draft', {}),
  'POST /clues/:clueId/send': at('signed', { unit: units.bureau }),
  'POST /clues/:clueId/recall': at('sent', { words: reason }),
  'POST /clues/:clueId/close': at('draft', { result: 'no-clue', words: reason }),
  'POST /clues/:clueId/feedback': {
    request: ({ fixtures: { clues } }) => ({
      params: { clueId: clues.closed },
      body: { orderId: clues.orderId, way: 'call', words: reason },
    }),
  },
  'POST /clues/:clueId/approve': {
    request: ({ fixtures: { clues } }) => ({
      params: { clueId: clues.told },
      body: { orderId: clues.orderId, approved: true, words: '' },
    }),
  },
};
