import { insertMembers } from '../../src/modules/problems/members.repo.ts';
import { insertAll, type Settling, unsettled } from '../../src/modules/problems/problems.repo.ts';
import * as runs from '../../src/modules/problems/runs.repo.ts';
import type { Doing } from './objects.ts';
import type { FoundProblems, Probe, Probes } from './probe.ts';

/** A run that is done, with a problem to be looked at and one that was dismissed. */
export const makeProblems = (doing: Doing, orderIds: readonly string[]): Promise<FoundProblems> =>
  doing.system(async (ctx) => {
    const [runId, open, dismissed] = [ctx.newId(), ctx.newId(), ctx.newId()];
    const asked = { from_on: '2026-02-01', to_on: '2026-03-01', area_code: null, matter: null };
    await runs.insert(ctx, runId, { ...asked, without: [] });
    await runs.move(ctx, runId, { state: 'done' });
    const found = (id: string, rank: number, settling: Settling) => ({
      id,
      run_id: runId,
      rank,
      name: '延安北路 井盖',
      names: [],
      words: [],
      example_order: orderIds[0] ?? '',
      matter_code: null,
      matter_share: null,
      area_code: null,
      area_share: null,
      people: 2,
      messages: 2,
      people_before: null,
      urgent: 0,
      again: 0,
      dissatisfied: 0,
      rated: 0,
      vulnerable: 0,
      weight: 2,
      bars: [2],
      ...settling,
    });
    const no: Settling = { ...unsettled, state: 'dismissed', dismissed_as: 'ordinary' };
    await insertAll(ctx, [found(open, 1, unsettled), found(dismissed, 2, no)]);
    const members = orderIds.map((orderId) => ({ problemId: open, orderId, marks: 0 }));
    await insertMembers(ctx, members);
    return { runId, open, dismissed, orderId: orderIds[0] ?? '' };
  });

const onRun = (body: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { runId: fixtures.problems.runId }, body }),
});

const onProblem = (body: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { problemId: fixtures.problems.open }, body }),
});

/** 问题归集. */
export const problemProbes: Probes = {
  'GET /problems/runs': { request: () => ({}) },
  'POST /problems/runs': {
    request: () => ({ body: { from: '2026-02-01', to: '2026-03-01' } }),
  },
  'GET /problems/runs/:runId': onRun(undefined),
  'POST /problems/runs/:runId/export': onRun({ purpose: '核对权限', as: 'csv' }),
  'GET /problems/groups/:problemId': onProblem(undefined),
  'POST /problems/groups/:problemId/accept': onProblem({}),
  'POST /problems/groups/:problemId/dismiss': onProblem({ dismissedAs: 'ordinary', note: '' }),
  'POST /problems/groups/:problemId/reopen': {
    request: ({ fixtures }) => ({ params: { problemId: fixtures.problems.dismissed } }),
  },
  'POST /problems/groups/:problemId/take-out': {
    request: ({ fixtures }) => ({
      params: { problemId: fixtures.problems.open },
      body: { orderId: fixtures.problems.orderId, isOut: true },
    }),
  },
};
