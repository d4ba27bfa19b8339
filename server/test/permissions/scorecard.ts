import { freeze, insertReport } from '../../src/modules/indicators/reports/reports.repo.ts';
import { rulesToStore } from '../../src/modules/indicators/reports/stored-rules.ts';
import type { Doing } from './objects.ts';
import type { Probe, Probes } from './probe.ts';

const month = '2026-03';

/** Of all units, frozen. */
export const makeReport = (doing: Doing): Promise<string> =>
  doing.system(async (ctx) => {
    const id = ctx.newId();
    await insertReport(ctx, {
      id,
      month,
      scope: '全部单位',
      cutoff_at: ctx.now,
      city_version: 1,
      definitions: 'probe',
      rules: JSON.stringify(await rulesToStore(ctx)),
    });
    await freeze(ctx, id, { figures: [], content: 'probe', digest: 'probe' });
    return id;
  });

const ofMonth = { request: () => ({ query: { month } }) } satisfies Probe;
const onReport = {
  request: ({ fixtures }) => ({ params: { reportId: fixtures.report } }),
} satisfies Probe;

export const scorecardProbes: Probes = {
  'GET /scorecard/ranking': { request: () => ({ query: { month, figure: 'K32' } }) },
  'GET /scorecard/satisfaction': ofMonth,
  'GET /scorecard/trend': ofMonth,
  'GET /scorecard/sheet': ofMonth,
  'GET /scorecard/calls': { request: () => ({ query: { on: `${month}-02` } }) },
  'GET /scorecard/targets': { request: () => ({}) },
  'POST /scorecard/targets': {
    request: () => ({ body: { indicator: 'K32', percent: 95, despite: null } }),
  },
  'GET /scorecard/reports': { request: () => ({}) },
  'POST /scorecard/reports': { request: () => ({ body: { month } }) },
  'GET /scorecard/reports/:reportId': onReport,
  'POST /scorecard/reports/:reportId/check': onReport,
  'GET /scorecard/reports/:reportId/file': onReport,
};
