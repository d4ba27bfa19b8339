import { askForTime } from '../../modules/tasks/extend-task.ts';
import { giveTask } from '../../modules/tasks/index.ts';
import { judgeClaim } from '../../modules/tasks/judge-claim.ts';
import { withdrawTask } from '../../modules/tasks/withdraw-task.ts';
import { acceptTask, claimDone } from '../../modules/tasks/work-on-task.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { keptPhoto } from '../evidence.ts';
import type { Life } from '../lives/scene.ts';
import { type Errand, later, morning, type Office, workingDayIn } from './errand.ts';
import { type TaskWords, taskWords } from './task-words.ts';

/** 交办任务 in every state a person can find one in. */
export const tasks = (end: Date): Errand[] =>
  taskWords.map((words, no) => ({
    at: morning(end, words.daysAgo, no * 7),
    happens: (office) => task(office, words),
  }));

async function* task(office: Office, words: TaskWords): Life {
  const { world, staff, units } = office;
  const giver = await staff.centre('dispatcher');
  const unit = units[words.unit];
  const { kind, title, wanted, note } = words;
  const limit = { kind: 'working-days', days: words.days } as const;
  const asked = { kind, title, wanted, unit, limit, note };
  const { taskId } = await world.do(giver, giveTask, asked);
  if (words.until === 'given') return;
  yield later(office, 50);
  if (words.until === 'withdrawn') {
    const reason = '与另一项任务重复,并入那一项办理。';
    await world.do(giver, withdrawTask, { taskId, reason });
    return;
  }
  const worker = await staff.unit(unit, 'work');
  await world.do(worker, acceptTask, { taskId });
  if (words.until === 'accepted') return;
  yield later(office, 300);
  if (words.until === 'asks-for-time') {
    await world.do(worker, askedForTime, taskId);
    return;
  }
  yield* claimed(office, worker, { taskId, words });
}

async function* claimed(
  office: Office,
  worker: Actor,
  { taskId, words }: { taskId: string; words: TaskWords },
): Life {
  const { world, staff } = office;
  yield later(office, 400);
  await world.do(
    worker,
    async (ctx, id: string) => {
      const photo = {
        seed: id,
        matter: words.matter,
        purpose: 'evidence',
        shown: 'after',
      } as const;
      await claimDone(ctx, {
        taskId: id,
        words: words.done,
        fileIds: [await keptPhoto(ctx, photo)],
      });
    },
    taskId,
  );
  if (words.until === 'claimed') return;
  yield later(office, 120);
  const confirmed = words.until === 'confirmed';
  const reason = confirmed ? '' : '只写了已排查,没有附清单,请补齐每一处的位置和处理时间。';
  await world.do(await staff.centre('shift-lead'), judgeClaim, { taskId, confirmed, reason });
}

const askedForTime = async (ctx: Context, taskId: string) =>
  askForTime(ctx, {
    taskId,
    reason: '外业检测排队,检测报告要晚几天才能出具。',
    until: await workingDayIn(ctx, 15),
  });
