import { enterChange } from '../../src/modules/regulations/enter-change.ts';
import type { Doing } from './objects.ts';
import type { Probe, Probes } from './probe.ts';

const said = { words: '权限测试', inForceOn: '2026-01-01', source: '权限测试' };

export async function makeRegulationChange(doing: Doing): Promise<string> {
  const { changeId } = await doing.system((ctx) =>
    enterChange(ctx, { code: 'guoban-66', ...said }),
  );
  return changeId;
}

const onDocument = (body?: unknown): Probe => ({
  request: () => ({ params: { code: 'guoban-66' }, body }),
});

export const regulationProbes: Probes = {
  'GET /regulations': { request: () => ({}) },
  'GET /regulations/:code': onDocument(),
  'POST /regulations/:code/changes': onDocument(said),
  'POST /regulations/changes/:changeId/rows/:no': {
    request: ({ fixtures }) => ({
      params: { changeId: fixtures.regulationChange, no: '1' },
      body: { outcome: 'stays', words: '权限测试' },
    }),
  },
};
