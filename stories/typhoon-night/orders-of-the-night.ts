import { emergency, handling, intake, orders, type RequestOf } from '@minsheng/contract';
import { inventedPerson } from '../../server/src/demo/invented.ts';
import { each } from '../kit/each.ts';
import type { Scene } from './scene.ts';

const portions = 6;
const minutesEach = 60 / portions;
const group = {
  linkage: ['350600.yjj', '350600.slj', '350600.jj110'],
  note: '先处置险情,再回填。',
};

/** One virtual hour: appeals come in, and every ten minutes what is urgent goes to the group. */
export async function ordersOfTheNight(scene: Scene, modeId: string): Promise<string[]> {
  const { checks, clock, howMany } = scene;
  checks.chapter(`${howMany} appeals in an hour, in ${portions} portions to the prepared group`);
  const begun = await clock.now();
  const told: string[] = [];
  for (let portion = 0; portion < portions; portion += 1) {
    const from = Math.round((portion * howMany) / portions);
    const to = Math.round(((portion + 1) * howMany) / portions);
    const numbers = Array.from({ length: to - from }, (_, at) => from + at);
    told.push(...(await each(numbers, (no) => oneTold(scene, no))));
    await sendAll(scene, modeId);
    await signSome(scene, told.slice(from));
    if (portion < portions - 1) await clock.advance(minutesEach);
  }
  const took = ((await clock.now()).getTime() - begun.getTime()) / 60_000;
  checks.that('all of them within a virtual hour', took <= 60, took);
  const board = await scene.director.call(emergency.readBoard, { modeId });
  checks.same(
    'the board counts each of them once, none is refused',
    [board.orders, board.refused],
    [howMany, 0],
  );
  return told;
}

async function oneTold({ agent, areas }: Scene, no: number): Promise<string> {
  const { orderId } = await agent.call(intake.createOrder, {
    ...kinds[no % kinds.length]?.(no),
    channel: 'visit',
    type: 'QZ',
    areaCode: areas[no % areas.length] ?? '',
    address: `示例${no}路`,
    requester: inventedPerson(`story-typhoon-night-${no}`),
    result: 'dispatch',
  } as RequestOf<typeof intake.createOrder>);
  return orderId;
}

type Told = Pick<
  RequestOf<typeof intake.createOrder>,
  'content' | 'matterCode' | 'fields' | 'urgency'
>;

/** One is immediate and goes out by rule as well; the others wait for the dispatcher. */
const kinds: readonly ((no: number) => Told)[] = [
  (no) => ({
    matterCode: '010201',
    content: `示例${no}路检查井往外冒水,水漫到路面。`,
    fields: { overflow_from: 'manhole' },
  }),
  (no) => ({
    matterCode: '010105',
    content: `示例${no}路灯杆被风吹歪,一直在晃。`,
    fields: { road_name: `示例${no}路`, lamp_problem: 'pole_leaning' },
    urgency: 'U2',
  }),
  (no) => ({
    matterCode: '170301',
    content: `示例${no}路屋后水位上涨,老人在家出不来。`,
    fields: {
      ...{ disaster: 'typhoon', help_needed: ['rescue', 'drain'] },
      ...{ trapped_people: 1, people_at_risk: true },
    },
    urgency: 'U1',
  }),
];

/** 批量派单 until nothing is left, by the slices the contract allows. */
async function sendAll({ dispatcher, checks }: Scene, modeId: string): Promise<void> {
  const { rows, hasMore } = await dispatcher.call(emergency.listCandidates, { modeId });
  for (let from = 0; from < rows.length; from += emergency.mostAtOnce) {
    const orderIds = rows.slice(from, from + emergency.mostAtOnce).map(({ id }) => id);
    const sent = await dispatcher.call(emergency.massSend, { modeId, orderIds, ...group });
    const refused = sent.rows.filter(({ result }) => result === 'refused');
    if (refused.length > 0) checks.same('none is refused', refused, []);
  }
  if (hasMore) checks.that('one look shows all that wait', false);
}

/** 110 signs every second at once; everybody else withholds it. */
async function signSome({ police, agent }: Scene, orderIds: readonly string[]): Promise<void> {
  await each(
    orderIds.filter((_, no) => no % 2 === 0),
    async (orderId) => {
      const { assignments } = await agent.call(orders.orderPage, { orderId });
      const own = assignments.find(({ unit }) => unit.code === police.unitCode);
      if (own?.state === 'sent')
        await police.call(handling.sign, { orderId, assignmentId: own.id });
    },
  );
}
