import { askVisit } from '../../src/modules/visits/index.ts';
import { change } from '../../src/modules/visits/visits.repo.ts';
import type { Doing } from './objects.ts';
import { units } from './people.ts';
import type { Probe, Probes, Visits } from './probe.ts';

const words = {
  purpose: 'spot-check',
  checklist: 'general',
  visitorUnit: units.bureau,
  place: '权限测试',
  what: '权限测试。',
  visitBy: '2099-01-01',
} as const;

export async function makeVisits(doing: Doing, orderId: string): Promise<Visits> {
  const asked = (visitorUnit: string) =>
    doing.system(async (ctx) => (await askVisit(ctx, { ...words, visitorUnit })).visitId);
  const toReport = await asked(units.bureau);
  await doing.system((ctx) =>
    change(ctx, toReport, {
      state: 'done',
      outcome: 'not-fixed',
      findings: '权限测试。',
      client_id: ctx.newId(),
      answer_is_false: true,
      concern_kind: 'order',
      concern_id: orderId,
      reported_at: ctx.now,
    }),
  );
  return { asked: await asked(units.bureau), toReport };
}

const on = (stage: keyof Visits, body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { visitId: fixtures.visits[stage] }, body }),
});

const seenAt = '2026-03-02T02:00:00.000Z';
const someId = '00000000-0000-7000-8000-000000000000';

export const visitProbes: Probes = {
  'GET /visits': { request: () => ({ query: { box: 'open' } }) },
  'GET /visits/checklists': { request: () => ({}) },
  'GET /visits/visitors': { request: () => ({ query: { unitCode: units.bureau } }) },
  'GET /visits/to-go': { request: () => ({}) },
  'POST /visits': { request: () => ({ body: words }) },
  'GET /visits/:visitId': on('asked'),
  'POST /visits/:visitId/begin': on('asked', { seenAt }),
  'POST /visits/:visitId/photos': on('asked', {
    clientId: someId,
    fileId: someId,
    takenAt: seenAt,
  }),
  'POST /visits/:visitId/finish': on('asked', {
    clientId: someId,
    seenAt,
    ticks: [],
    outcome: 'fixed',
    findings: '权限测试。',
    answerIsFalse: false,
    photos: 0,
  }),
  'POST /visits/:visitId/report-false': on('toReport', {}),
  'POST /visits/export': { request: () => ({ body: { box: 'all', purpose: '权限测试' } }) },
  'POST /visits/:visitId/cancel': on('asked', { reason: '权限测试' }),
};
