import { beginBrief } from '../../src/modules/briefs/begin-brief.ts';
import { changeBrief } from '../../src/modules/briefs/briefs.repo.ts';
import type { Doing } from './objects.ts';
import { units } from './people.ts';
import type { Probe, Probes } from './probe.ts';

const asked = { template: 'weekly', title: '权限测试', from: '2026-01-01', to: '2026-01-07' };

/** A draft about days, as if it had been counted. */
export async function makeBrief(doing: Doing): Promise<string> {
  const { briefId } = await doing.system((ctx) => beginBrief(ctx, asked));
  await doing.system((ctx) =>
    changeBrief(ctx, briefId, { state: 'drafting', counted: JSON.stringify({}), digest: '' }),
  );
  return briefId;
}

const onBrief = (body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { briefId: fixtures.brief }, body }),
});

export const briefProbes: Probes = {
  'GET /briefs/templates': { request: () => ({}) },
  'GET /briefs': { request: () => ({}) },
  'POST /briefs': { request: () => ({ body: asked }) },
  'GET /briefs/:briefId': onBrief(),
  'POST /briefs/:briefId/words': onBrief({
    wordsNo: 1,
    title: '权限测试',
    sections: [{ no: 2, words: '测试' }],
  }),
  'POST /briefs/:briefId/sign': onBrief({ wordsNo: 1 }),
  'POST /briefs/:briefId/withdraw': onBrief({ reason: '权限测试' }),
  'POST /briefs/:briefId/check': onBrief(),
  'POST /briefs/:briefId/notes': onBrief({
    ...{ leader: '权限测试', words: '权限测试', title: '权限测试', wanted: '权限测试' },
    ...{ unit: units.bureau, limit: { kind: 'working-days', days: 5 } },
  }),
  'GET /briefs/:briefId/print': onBrief(),
  'GET /briefs/:briefId/docx': onBrief(),
};
