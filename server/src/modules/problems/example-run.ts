import { inventedPhoneOf } from '../../demo/invented.ts';
import type { Context } from '../../platform/context.ts';
import type { Problem } from '../issues/index.ts';
import { keepRun } from './keep-run.ts';
import { type Period, readPeriod } from './read-period.ts';
import { readRun } from './read-runs.ts';
import * as runs from './runs.repo.ts';

/** For tests: people who tell of one manhole. */
export const well = (no: number, who = no) => ({
  content: `第${no}次反映,延安北路口的井盖不见了,没有围挡。`,
  requester: {
    kind: 'person' as const,
    isSelf: true,
    tags: no === 1 ? ['elderly' as const] : [],
    phone: inventedPhoneOf(`well ${who}`),
  },
});
export const month = { from: '2026-02-01', to: '2026-03-02', without: [] };

/** The clustering has tests of its own: here it is said what it finds, so that only persons decide. */
export async function keep(
  ctx: Context,
  { runId, ids }: { runId: string; ids: readonly string[] },
) {
  const run = await runs.find(ctx, runId);
  if (!run) throw new Error('no such run');
  const period = await readPeriod(run, {
    zone: ctx.city.zone,
    inOne: (use) => use(ctx),
    add: async () => {},
    tell: () => {},
  });
  await keepRun(ctx, run, { period, problems: [problemOf(ids, period)] });
  const [found] = (await readRun(ctx, { runId })).rows;
  return found;
}

const problemOf = (ids: readonly string[], { facts }: Period): Problem => ({
  name: '延安北路 井盖',
  example: '',
  exampleId: ids[0] ?? '',
  names: [{ term: '延安北路', share: 1 }],
  words: [{ term: '井盖', share: 1 }],
  ids,
  people: new Set(ids.map((id) => facts.get(id)?.person)).size,
  firstAt: null,
  lastAt: null,
});
