import { unit } from '../../src/modules/organisation/index.ts';
import { askForTime } from '../../src/modules/tasks/extend-task.ts';
import { giveTask } from '../../src/modules/tasks/index.ts';
import { change, insertClaim } from '../../src/modules/tasks/tasks.repo.ts';
import type { Doing } from './objects.ts';
import { type TestPerson, units } from './people.ts';
import type { Probe, Probes, Tasks } from './probe.ts';

const words = {
  kind: 'assigned',
  title: '权限测试',
  wanted: '权限测试。',
  limit: { kind: 'working-days', days: 10 },
} as const;

export async function makeTasks(
  doing: Doing,
  people: ReadonlyMap<string, TestPerson>,
): Promise<Tasks> {
  const given = () =>
    doing.system(async (ctx) => {
      const { taskId } = await giveTask(ctx, { ...words, unit: units.bureau });
      await change(ctx, taskId, { given_by: people.get('dispatcher')?.accountId ?? null });
      return taskId;
    });
  const inState = async (state: 'accepted' | 'claimed') => {
    const taskId = await given();
    await doing.system(async (ctx) => {
      await change(ctx, taskId, { state });
      if (state === 'claimed')
        await insertClaim(ctx, { task_id: taskId, no: 1, words: '权限测试。', file_ids: [] });
    });
    return taskId;
  };
  const asking = async () => {
    const taskId = await given();
    const { path } = await doing.system((ctx) => unit(ctx, units.bureau));
    await doing.unit({ unit_code: units.bureau, unit_path: path }, (ctx) =>
      askForTime(ctx, { taskId, reason: '权限测试。', until: '2026-04-01' }),
    );
    return taskId;
  };
  return {
    given: await given(),
    accepted: await inState('accepted'),
    claimed: await inState('claimed'),
    asking: await asking(),
  };
}

const on = (stage: keyof Tasks, body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { taskId: fixtures.tasks[stage] }, body }),
});

export const taskProbes: Probes = {
  'GET /tasks': { request: () => ({}) },
  'GET /tasks/:taskId': on('given'),
  'POST /tasks': { request: () => ({ body: { ...words, unit: units.bureau } }) },
  'POST /tasks/:taskId/accept': on('given', {}),
  'POST /tasks/:taskId/claim': on('accepted', { words: '权限测试。', fileIds: [] }),
  'POST /tasks/:taskId/judge': on('claimed', { confirmed: true, reason: '' }),
  'POST /tasks/:taskId/extension': on('given', { reason: '权限测试。', until: '2026-04-01' }),
  'POST /tasks/:taskId/extension/decide': on('asking', { granted: true, reason: '' }),
  'POST /tasks/:taskId/withdraw': on('given', { reason: '权限测试。' }),
  'POST /tasks/export': { request: () => ({ body: { box: 'all', purpose: '权限测试' } }) },
};
