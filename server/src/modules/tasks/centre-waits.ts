import type { Context } from '../../platform/context.ts';
import * as waits from '../waits/index.ts';
import type { Task } from './task.ts';
import { lockVisible } from './tasks.repo.ts';

type Kind = 'task-confirmation' | 'task-extension';

const keyOf = (kind: Kind, id: string) => ({ kind, id, no: 0 });

/** What the unit said or asked waits from now on; the city says how long. */
export async function centreLater(ctx: Context, kind: Kind, taskId: string): Promise<void> {
  await waits.waitForCentre(ctx, keyOf(kind, taskId), kind);
}

export const centreNoMore = (ctx: Context, kind: Kind, taskId: string): Promise<void> =>
  waits.waitNoMore(ctx, keyOf(kind, taskId));

/** 无人确认、无人批复: told to whoever gave the task, of one the system gave to the shift leads; then to the director. */
function centreWaits(kind: Kind, waiting: (task: Task) => boolean): void {
  waits.waitRules({
    kind,
    subject: 'task',
    topic: 'tasks',
    standing: async (ctx, { id }) => (waiting(await lockVisible(ctx, id)) ? 'waiting' : 'over'),
    pauses: null,
    moved: null,
    atEnd: {
      tells: async (ctx, { id }) => {
        const { given_by: accountId } = await lockVisible(ctx, id);
        const role = accountId === null ? 'shift-lead' : null;
        return [{ unitCode: null, role, accountId }, waits.centre('director')];
      },
    },
  });
}

centreWaits('task-confirmation', ({ state }) => state === 'claimed');
// Claimed as done meanwhile, the task is confirmed or sent back first; sent back, the request begins anew.
centreWaits('task-extension', ({ state, asks_for_time: asks }) => asks && state !== 'claimed');
