import { officialZone } from '@minsheng/contract/words/zone.ts';
import { approveLetter, draftLetter, sendLetter } from '../../modules/letters/index.ts';
import { acceptCandidate } from '../../modules/nodes/accept-candidate.ts';
import { listNodes } from '../../modules/nodes/list-nodes.ts';
import { addNode, openNode } from '../../modules/nodes/open-node.ts';
import { planWatch } from '../../modules/nodes/plan-watch.ts';
import { readWatch } from '../../modules/nodes/read-watch.ts';
import { reviewNode } from '../../modules/nodes/review-node.ts';
import { runZero } from '../../modules/nodes/run-zero.ts';
import type { Actor } from '../../platform/actor.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import type { Life } from '../lives/scene.ts';
import { type Errand, later, morning, type Office, workingDayIn } from './errand.ts';
import { nodeWords as words } from './node-words.ts';

const begun = 14;
/** From when the plan is given: before the first day of a node at least six days ahead. */
const workingDays = 4;

/** 重要节点: one that is over and reviewed, and the next of the calendar with its letter and plan. */
export const nodes = (end: Date): Errand[] => [
  { at: morning(end, begun, 25), happens: (office) => bothNodes(office) },
];

async function* bothNodes(office: Office): Life {
  const { world, staff, end } = office;
  const analyst = await staff.centre('analyst');
  const object = await pastNode(office, analyst);
  yield morning(end, 4, 35);
  await world.do(analyst, runZero, { watchId: object.watchId });
  await world.do(analyst, reviewNode, {
    nodeId: object.nodeId,
    words: words.review,
    watches: [{ watchId: object.watchId, stays: true, words: words.stays }],
  });
  yield morning(end, 3, 45);
  yield* nextNode(office, analyst, object.objectId);
}

async function pastNode(
  { world, units, end }: Office,
  analyst: Actor,
): Promise<{ nodeId: string; watchId: string; objectId: string }> {
  const today = dayOf(end.getTime(), officialZone);
  const { nodeId } = await world.do(analyst, addNode, {
    ...{ name: words.event, family: 'event' as const, areas: [], matters: [] },
    ...{ first: dayAfter(today, -9), last: dayAfter(today, -7), daysBefore: 2, daysAfter: 1 },
  });
  const { watchId } = await world.do(analyst, acceptCandidate, {
    ...{ nodeId, areaCode: units.county.slice(0, 6), reason: words.reason },
    ...{ name: words.object.name, names: [...words.object.names] },
    ...{ things: [...words.object.things], aliases: [words.alias] },
  });
  const { objectId } = await world.do(analyst, readWatch, { watchId });
  return { nodeId, watchId, objectId };
}

/** 下一个节点 of the calendar, of this year or the next. */
async function* nextNode(office: Office, analyst: Actor, objectId: string): Life {
  const { world, staff, units, end } = office;
  const today = dayOf(end.getTime(), officialZone);
  const year = Number(today.slice(0, 4));
  const lists = await Promise.all(
    [year, year + 1].map((one) => world.do(analyst, listNodes, { year: one })),
  );
  const wanted = dayAfter(today, 6);
  const next = lists.flatMap(({ listed }) => listed).find(({ first }) => first > wanted);
  if (!next) return;
  const { nodeId } = await world.do(analyst, openNode, { code: next.code, year: next.year });
  const { watchId } = await world.do(analyst, acceptCandidate, {
    ...{ nodeId, objectId, areaCode: units.county.slice(0, 6), reason: words.ahead },
    ...{ name: words.object.name, names: [...words.object.names] },
    ...{ things: [...words.object.things], aliases: [words.alias] },
  });
  yield later(office, 20);
  const { letter } = await world.do(analyst, readWatch, { watchId });
  const { letterId } = await world.do(analyst, draftLetter, {
    ...{ template: letter.template, slots: letter.slots, toUnits: [units.county] },
    concern: { kind: 'watch', id: watchId },
  });
  yield later(office, 40);
  await world.do(await staff.centre('director'), approveLetter, { letterId });
  yield later(office, 20);
  await world.do(analyst, sendLetter, { letterId });
  const finishOn = await world.do(analyst, (ctx) => workingDayIn(ctx, workingDays), null);
  await world.do(analyst, planWatch, {
    watchId,
    rows: words.plan.map((row) => ({ ...row, unit: units.county, finishOn })),
  });
}
