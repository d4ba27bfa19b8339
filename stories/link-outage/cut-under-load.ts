import { setTimeout as pause } from 'node:timers/promises';
import { desk, exchange, intake, linkage } from '@minsheng/contract';
import type { Twin } from '../../twins/police-110/testing/twin.ts';
import type { Person } from '../kit/person.ts';
import type { Stage } from '../kit/story.ts';
import { settled } from '../manhole/police-line.ts';
import { citizenOf, villageIn } from '../manhole/scene.ts';

type Line = Stage & { readonly line: Twin };

const beforeCount = 4;
const duringCount = 8;
const minutesCut = 10;
const mostMore = 20;

export async function cutUnderLoad(scene: Line): Promise<void> {
  const { checks, clock, line } = scene;
  const agent = await scene.person('agent');
  const areaCode = await villageIn(agent, '350602');
  await line.control('POST', 'auto', { mode: 'whole' });

  checks.chapter('Both lines at work');
  const ours = await putThrough(agent, areaCode, beforeCount);
  await handOver(line, areaCode, beforeCount);
  checks.that('110 has everything', await settled(scene, () => hasAll(line, ours.length)));

  checks.chapter('The line is cut for ten minutes, and both go on');
  await line.control('POST', 'link', { cut: true });
  ours.push(...(await putThrough(agent, areaCode, duringCount)));
  await handOver(line, areaCode, duringCount);
  await clock.advance(minutesCut);
  checks.that('nothing more has arrived', !(await hasAll(line, beforeCount + 1)));
  const waits = (await line.state()).unsent.waiting;
  checks.that(`110 keeps ${waits} messages of its own`, waits >= duringCount);

  checks.chapter('The line is back, and 110 is killed in the middle');
  await line.control('POST', 'link', { cut: false });
  const half = ours.length - duringCount / 2;
  await settled(scene, () => hasAll(line, half));
  await line.kill();
  await line.start();
  await clock.advance(minutesCut);

  checks.chapter('Once more, and our own side is killed in the middle');
  ours.push(...(await ownSideKilled(scene, agent, areaCode)));
  const isOver = await settled(scene, () => everythingOver(scene, agent, ours));
  checks.that('everything is fed back in the end', isOver);
  await nothingLost(scene, agent, ours);
}

/**
 * Both have messages for each other, and as soon as they go our own program is killed with SIGKILL, database and all. What
 * an agent or 110 was told is kept is there afterwards.
 */
async function ownSideKilled(scene: Line, agent: Person, areaCode: string): Promise<string[]> {
  const { checks, clock, line, server } = scene;
  const came = (await taken(line)).length;
  await line.control('POST', 'link', { cut: true });
  const ours = await putThrough(agent, areaCode, duringCount);
  await handOver(line, areaCode, duringCount);
  await line.control('POST', 'link', { cut: false });
  const moving = clock.advance(minutesCut).catch(() => 0);
  // Theirs keep coming until ours have begun to arrive.
  for (let count = 0; !(await hasAll(line, came + 1)); count += 1) {
    if (count < mostMore) await handOver(line, areaCode, 1);
    await pause(20);
  }
  await server.kill();
  const waits = (await line.state()).unsent.waiting;
  const here = (await taken(line)).length - came;
  checks.that(
    `in the middle: 110 has ${here} of our ${ours.length}, and ${waits} of theirs are on their way`,
    here < ours.length || waits > 0,
  );
  await moving;
  await server.startAgain();
  await clock.advance(minutesCut);
  return ours;
}

/** Orders an agent puts through to 110: a fight told by a caller. */
async function putThrough(agent: Person, areaCode: string, count: number): Promise<string[]> {
  const made: string[] = [];
  for (let no = 0; no < count; no += 1) {
    const { phone } = citizenOf(`outage-${no}`);
    const { orderId } = await agent.call(intake.createOrder, {
      content: `楼下有人打架,第 ${no + 1} 件。`,
      type: 'QZ',
      matterCode: '160102',
      areaCode,
      address: '示例北路',
      fields: {},
      requester: { phone },
      result: 'transfer',
      transferTo: '110',
      awaitsFeedback: true,
    });
    made.push(orderId);
  }
  return made;
}

async function handOver(line: Twin, areaCode: string, count: number): Promise<void> {
  for (let no = 0; no < count; no += 1)
    await line.control('POST', 'cases', {
      appeal: { title: `路灯不亮 ${no + 1}`, words: '三盏路灯不亮。', typeCode: 'QZ' },
      place: { text: '示例北路', areaCode },
      requester: { anonymous: true },
      mode: 'push',
    });
}

const taken = async (line: Twin) =>
  (await line.cases()).filter(({ direction }) => direction === 'in');
const given = async (line: Twin) =>
  (await line.cases()).filter(({ direction }) => direction === 'out');

const hasAll = async (line: Twin, count: number): Promise<boolean> =>
  (await taken(line)).length >= count;

async function everythingOver(
  { line }: Line,
  agent: Person,
  ours: readonly string[],
): Promise<boolean> {
  const { unsent } = await line.state();
  if (unsent.waiting > 0 || !(await hasAll(line, ours.length))) return false;
  const states = await Promise.all(ours.map((orderId) => stateOf(agent, orderId)));
  return states.every((state) => state === 'done');
}

async function stateOf(agent: Person, orderId: string): Promise<string | undefined> {
  return (await agent.call(linkage.orderLinkage, { orderId })).rows[0]?.state;
}

async function nothingLost(scene: Line, agent: Person, ours: readonly string[]) {
  const { checks, line, clock, person } = scene;
  const [came, went] = await Promise.all([taken(line), given(line)]);
  const numbers = new Set(came.map(({ peer_number }) => peer_number));
  checks.same(
    'each of our orders is one police order, none lost and none twice',
    [came.length, numbers.size],
    [ours.length, ours.length],
  );
  const theirs = new Set(went.map(({ peer_number }) => peer_number));
  checks.same('each of theirs is one order', theirs.size, went.length);
  const { rows } = await agent.call(desk.deskOrders, { desk: 'to-accept' });
  checks.same('and no more than those wait for an agent', rows.length, went.length);
  const day = (await clock.now()).toISOString().slice(0, 10);
  const reconciled = await line.reconcile(day);
  checks.same('the day is even on both sides', reconciled?.mismatched, []);
  checks.that(
    `of ${reconciled?.sent} sent and ${reconciled?.received} received`,
    (reconciled?.sent ?? 0) > 0 && (reconciled?.received ?? 0) > 0,
  );
  await clock.advanceToHour('02:30');
  const admin = await person('admin');
  const compared = (await admin.call(exchange.listReconciliations, {})).rows[0];
  checks.same(
    'and so says our own comparison of the night',
    [compared?.day, compared?.state, compared?.mismatched, compared?.sent, compared?.received],
    [day, 'compared', 0, reconciled?.received, reconciled?.sent],
  );
}
