import { calendar } from '@minsheng/contract';
import { each } from '../kit/each.ts';
import {
  closedDays,
  crosses,
  handleClock,
  movedEvents,
  notice,
  type Scene,
  type Sent,
  say,
} from './scene.ts';

/** Closed: what crosses moves. Said again: nothing. Taken back: everything is where it was. */
export async function closedAndBack(scene: Scene, sent: readonly Sent[]): Promise<void> {
  const { checks, clock } = scene;
  checks.chapter('Two days are closed');
  await alone(scene);
  await say(scene, 'off');
  const afterwards = await each(sent, (one) => seen(scene, one));
  const lamps = afterwards.filter(({ group }) => crosses(group));
  const wrong = afterwards.filter(({ group, hasMoved }) => hasMoved !== crosses(group));
  checks.same(
    'exactly the orders that cross the days move',
    afterwards.filter(({ hasMoved }) => hasMoved).length,
    lamps.length,
  );
  checks.same('no other does', wrong, []);
  checks.same(
    'all to the first day worked again',
    [...new Set(lamps.map(({ dueOn }) => dueOn))],
    ['2026-08-14'],
  );
  checks.same('each has one event', [...new Set(lamps.map(({ events }) => events.length))], [1]);
  const ofOrders = lamps.flatMap(({ events }) =>
    events.flatMap(({ facts: { dueBefore, dueAt, promiseAt } }) =>
      [dueAt, promiseAt].filter((each) => each !== undefined && each !== dueBefore),
    ),
  );
  const ofUnits = lamps.filter(({ hasMoved }) => hasMoved);
  checks.same(
    `${3 * lamps.length} deadlines: units’, orders’, promised`,
    ofOrders.length + ofUnits.length,
    3 * sent.filter(({ group }) => crosses(group)).length,
  );
  const reasons = new Set(lamps.map(({ events }) => events[0]?.facts.calendarDays));
  checks.same(
    'which names the days',
    [...reasons],
    [closedDays.map((on) => `${on} 放假`).join('、')],
  );
  const others = afterwards.filter(({ group }) => !crosses(group));
  checks.that(
    'where nothing moved nothing is told',
    others.every(({ events }) => events.length === 0),
  );

  checks.chapter('Said again, and taken back');
  const again = { on: closedDays[0], kind: 'off', dayName: '台风停工', notice } as const;
  const said = await scene.admin.refusal(calendar.proposeDay, again);
  checks.same('what is so already is not said again', said, 'calendar.nothing-new');
  await clock.advance(1);
  await say(scene, 'plain');
  const back = await each(sent, (one) => seen(scene, one));
  checks.same(
    'taken back, every deadline is where it was',
    back.filter(({ hasMoved }) => hasMoved),
    [],
  );
  const told = new Set(back.map(({ group, events }) => `${crosses(group)} ${events.length}`));
  checks.same('and each move was told once', [...told].toSorted(), ['false 0', 'true 2']);
}

/** 双人核对: one person alone moves nothing. */
async function alone({ admin, checks }: Scene): Promise<void> {
  const day = { on: '2026-08-11', kind: 'off', dayName: '台风停工', notice } as const;
  const { correctionId } = await admin.call(calendar.proposeDay, day);
  const decide = { correctionId, confirmed: true };
  const refused = await admin.refusal(calendar.decideDay, decide);
  checks.same('whoever proposes a day does not confirm it', refused, 'identity.not-permitted');
}

async function seen(scene: Scene, one: Sent) {
  const [clock, events] = await Promise.all([
    handleClock(scene, one.orderId),
    movedEvents(scene, one.orderId),
  ]);
  const dueAt = clock?.dueAt ?? '';
  return { group: one.group, events, dueOn: dueAt.slice(0, 10), hasMoved: dueAt !== one.dueAt };
}
