import { officialZone } from '@minsheng/contract/words/zone.ts';
import { addCall, endDay, planDay } from '../../modules/media/answering-days.ts';
import { addPromise, closePromise } from '../../modules/media/promises.ts';
import { judgeClaim } from '../../modules/tasks/judge-claim.ts';
import { acceptTask, claimDone } from '../../modules/tasks/work-on-task.ts';
import { instantAt } from '../../platform/zone.ts';
import type { Life } from '../lives/scene.ts';
import { minutesAfter } from '../office-time.ts';
import { found, later, type Office, workingDayIn } from './errand.ts';
import { mediaWords } from './media-words.ts';

const words = mediaWords.day;
/** Working days after the one that was held a week ago: still to come. */
const nextIn = 10;

/** 领导接听日: one that was held, with a promise kept and one that runs; the next is announced. */
export async function* answeringDays(office: Office): Life {
  const { world, staff, units } = office;
  const lead = await staff.centre('shift-lead');
  const now = world.clock.now();
  const day = { leaderPost: words.leader, unit: units.housing, theme: words.theme };
  const hours = (from: Date) => ({
    startsAt: minutesAfter(from, 30).toISOString(),
    endsAt: minutesAfter(from, 90).toISOString(),
  });
  const { dayId } = await world.do(lead, planDay, { ...day, ...hours(now) });
  yield later(office, 50);
  const all = await found(office, lead, {});
  const order = all.find(({ secrecy, status }) => secrecy === 0 && status === 'in-progress');
  if (!order) return;
  await world.do(lead, addCall, { dayId, orderNo: order.order_no, note: words.note });
  const promise = { dayId, orderId: order.id, unit: units.housing };
  const promised = async (said: string, days: number) =>
    world.do(lead, addPromise, {
      ...promise,
      words: said,
      promisedOn: await world.do(lead, (ctx) => workingDayIn(ctx, days), null),
    });
  const small = await promised(words.small, 3);
  await promised(words.promise, 20);
  yield later(office, 60);
  await world.do(lead, endDay, { dayId, held: true, words: words.ended });
  yield later(office, 400);
  await doneBy(office, small.taskId);
  await world.do(lead, closePromise, {
    ...{ dayId, no: small.no, result: 'kept', words: words.closed },
  });
  const next = await world.do(lead, (ctx) => workingDayIn(ctx, nextIn), null);
  const opens = instantAt(next, '09:00', officialZone);
  await world.do(lead, planDay, { ...day, ...hours(opens) });
}

async function doneBy({ world, staff, units }: Office, taskId: string): Promise<void> {
  const worker = await staff.unit(units.housing, 'work');
  await world.do(worker, acceptTask, { taskId });
  await world.do(worker, claimDone, { taskId, words: words.done, fileIds: [] });
  const judged = { taskId, confirmed: true, reason: '' };
  await world.do(await staff.centre('director'), judgeClaim, judged);
}
