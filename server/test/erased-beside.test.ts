import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { exampleFiles } from '../src/modules/files/example-files.ts';
import { keepFile } from '../src/modules/files/index.ts';
import * as orders from '../src/modules/orders/index.ts';
import { eraseContent } from '../src/modules/retention/index.ts';
import { giveTask } from '../src/modules/tasks/index.ts';
import { askVisit } from '../src/modules/visits/index.ts';
import { newId } from '../src/platform/ids.ts';
import { inCity } from './kit.ts';
import {
  acceptTask,
  addVisitPhoto,
  askParking,
  beginVisit,
  claimDone,
  finishVisit,
  listVisits,
  readTask,
  sign,
} from './use-cases.ts';

type Kit = Parameters<Parameters<typeof inCity>[0]>[0];

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const other = { unitCode: '350600.cgj', unitPath: '350600/350600.cgj' };
const seenAt = '2026-03-02T02:00:00.000Z';
/** Stands in all that is written here, and nowhere else. */
const mark = '玄武亭石狮子';
const parking = {
  reason: 'funding' as const,
  plan: `${mark}分两步修复。`,
  publicWords: `${mark}已列入下一年度修复计划。`,
  milestones: [{ what: `${mark}完成加固`, dueOn: '2026-09-30' }],
};

/** An order with a task that was claimed, a visit with its photo, and a wish to wait for money. */
async function writtenBeside(kit: Kit) {
  const who = () => ({ accountId: newId(kit.clock.now()) });
  const key = await kit.anOrder.inProgress();
  const { orderId } = key;
  const unit = kit.as('liaison', { ...bureau, ...who() });
  const visitor = kit.as('liaison', { ...other, ...who() });
  const picture = async (doer: typeof unit) =>
    (
      await doer.do(keepFile, {
        ...{ name: '现场.png', declaredType: 'image/png', bytes: exampleFiles.png },
        ...{ purpose: 'evidence' as const, takenAt: null, point: null },
      })
    ).file.id;
  const { taskId } = await kit.as('dispatcher', who()).do(giveTask, {
    ...{ kind: 'assigned', title: `修复${mark}`, wanted: `${mark}当天围挡。` },
    ...{ unit: bureau.unitCode, limit: { kind: 'working-days', days: 5 } },
    subject: { kind: 'order', id: orderId },
  });
  await unit.do(acceptTask, { taskId });
  await unit.do(claimDone, { taskId, words: `${mark}已围挡。`, fileIds: [await picture(unit)] });
  const { visitId } = await kit.as('reviewer', who()).do(askVisit, {
    ...{ purpose: 'spot-check', checklist: 'general', visitorUnit: other.unitCode },
    ...{ place: `${mark}旁`, point: { lng: 117.65, lat: 24.51 }, what: `看${mark}。` },
    ...{ visitBy: '2026-12-31', concern: { kind: 'order', id: orderId } },
  });
  await visitor.do(beginVisit, { visitId, seenAt });
  await visitor.do(addVisitPhoto, {
    ...{ visitId, clientId: newId(kit.clock.now()), fileId: await picture(visitor) },
    ...{ itemCode: 'scene', takenAt: seenAt, point: { lng: 117.65, lat: 24.51, accuracyM: 9 } },
  });
  await visitor.do(finishVisit, {
    ...{ visitId, clientId: newId(kit.clock.now()), seenAt, photos: 1 },
    ticks: [
      { code: 'still-there', value: true, note: mark, seenAt },
      { code: 'as-answered', value: false, note: mark, seenAt },
    ],
    ...{ outcome: 'not-fixed', findings: `${mark}还倒着。`, answerIsFalse: false },
  });
  await kit.as('handler', bureau).do(sign, key);
  await kit.as('unit-leader', bureau).do(askParking, { ...key, ...parking });
  return { orderId, taskId, visitId, unit };
}

/** Where the mark still stands in what is kept about the order, and how many files and points there are. */
async function leftOf({ ctx }: Kit, { orderId, taskId, visitId }: Record<string, string>) {
  const { rows } = await sql<{ said: string; files: number; points: number }>`
    select
      (select string_agg(kept::text, ' ') from (
        select to_jsonb(t) as kept from tasks.task as t where id = ${taskId}
        union all select to_jsonb(c) from tasks.claim as c where task_id = ${taskId}
        union all select to_jsonb(v) from visits.visit as v where id = ${visitId}
        union all select to_jsonb(d) from deferrals.request as d where order_id = ${orderId}
      ) as rows) as said,
      (select count(*)::int from files.file
        where order_id = ${orderId} or holder_id in (${taskId}, ${visitId})) as files,
      (select count(lng)::int from visits.visit where id = ${visitId})
        + (select count(lng)::int from visits.photo where visit_id = ${visitId}) as points`.execute(
    ctx.tx,
  );
  const [{ said, ...counts } = { said: '' }] = rows;
  return { ...counts, marks: said.split(mark).length - 1 };
}

const erase = async ({ ctx, system }: Kit, orderId: string, extent: 'wish' | 'order') => {
  const order = await orders.lock(ctx, orderId);
  await system.do((inside) => eraseContent(inside, [order], extent), null);
};

test(
  'what a list destroys leaves no word beside the order either, no photo of a task or a visit, and no point',
  inCity(async (kit) => {
    const made = await writtenBeside(kit);
    const { orderId, taskId, visitId, unit } = made;
    const ids = { orderId, taskId, visitId };
    expect(await leftOf(kit, ids)).toEqual({ marks: 10, files: 2, points: 2 });
    await erase(kit, orderId, 'order');
    expect(await leftOf(kit, ids)).toEqual({ marks: 0, files: 0, points: 0 });
    expect(await unit.do(readTask, { taskId })).toMatchObject({
      ...{ title: '内容已删除', wanted: '', state: 'claimed' },
    });
    const { rows } = await kit.as('reviewer').do(listVisits, { box: 'done' });
    expect(rows).toMatchObject([{ id: visitId, place: '地点已删除', outcome: 'not-fixed' }]);
  }),
);

test(
  'a person’s wish leaves what was written for everybody and names nobody, and the photos of units',
  inCity(async (kit) => {
    const { orderId, taskId, visitId } = await writtenBeside(kit);
    const ids = { orderId, taskId, visitId };
    await erase(kit, orderId, 'wish');
    expect(await leftOf(kit, ids)).toEqual({ marks: 2, files: 2, points: 0 });
  }),
);

test(
  'of another order nothing leaves',
  inCity(async (kit) => {
    const { orderId, taskId, visitId } = await writtenBeside(kit);
    const other = await kit.anOrder.inProgress();
    await erase(kit, other.orderId, 'order');
    expect(await leftOf(kit, { orderId, taskId, visitId })).toMatchObject({ marks: 10, files: 2 });
  }),
);
