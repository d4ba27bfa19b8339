import { city, desk, dispatch, handling, orders } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { z } from 'zod';
import { inventedPerson } from '../../server/src/demo/invented.ts';
import type { Twin } from '../../twins/police-110/testing/twin.ts';
import type { Person } from '../kit/person.ts';
import { photo } from '../kit/photo.ts';
import type { Stage } from '../kit/story.ts';

/** Who acts in this case, and where. */
export interface Scene extends Stage {
  readonly agent: Person;
  readonly dispatcher: Person;
  readonly housing: Person;
  readonly housingLeader: Person;
  readonly police: Person;
  readonly shiftLead: Person;
  readonly areaCode: string;
  /** 110's own system, another program. */
  readonly line: Twin;
}

export const housingUnit = '350600.zjj';
export const policeUnit = '350600.jj110';
export const place = { lng: 117.652, lat: 24.513 };
export const address = '示例北路与样例街交叉口';
export const words =
  '刚才骑电动车经过示例北路与样例街交叉口,路中间一个井盖不见了,黑洞洞的,也没有围挡,差点掉下去,请赶快来人。';
export const fields = { road_name: address, cover_state: 'missing', guarded: false };
export const matterCode = '010102';

export async function sceneOf(stage: Stage, line: Twin): Promise<Scene> {
  const [agent, dispatcher, housing, housingLeader, police, shiftLead] = await Promise.all([
    stage.person('agent'),
    stage.person('dispatcher'),
    stage.person('zjj-liaison'),
    stage.person('zjj-leader'),
    stage.person('police'),
    stage.person('shift-lead'),
  ]);
  const areaCode = await villageIn(agent, '350602');
  return { ...stage, agent, dispatcher, housing, housingLeader, police, shiftLead, areaCode, line };
}

/** The first village of the first township of a county: codes come from the city's own list. */
export async function villageIn(person: Person, county: string): Promise<string> {
  const towns = await person.call(city.listAreas, { parent: county });
  const town = towns.rows[0];
  if (!town) throw new Error(`${county} has no towns.`);
  const villages = await person.call(city.listAreas, { parent: town.code });
  return (villages.rows[0] ?? town).code;
}

export const citizenOf = (seed: string) => inventedPerson(`story-manhole-${seed}`);

/** A reply form as a unit fills it in. */
export type Answer = z.input<typeof handling.replyForm>;

type OrderPage = ReplyOf<typeof orders.orderPage>;
export type Duty = OrderPage['assignments'][number];

export const pageOf = ({ agent }: Scene, orderId: string): Promise<OrderPage> =>
  agent.call(orders.orderPage, { orderId });

export async function dutiesOf(
  scene: Scene,
  orderId: string,
): Promise<{ housing: Duty; police: Duty; page: OrderPage }> {
  const page = await pageOf(scene, orderId);
  const of = (unit: string) => page.assignments.find((duty) => duty.unit.code === unit);
  const [housing, police] = [of(housingUnit), of(policeUnit)];
  if (!housing || !police)
    throw new Error(`The order lies with ${page.assignments.map(({ unit }) => unit.code)}`);
  return { housing, police, page };
}

export const viewOf = (person: Person, orderId: string, duty: Duty) =>
  person.call(handling.dutyView, { orderId, assignmentId: duty.id });

export async function isOnDesk(person: Person, orderId: string): Promise<boolean> {
  const { rows } = await person.call(desk.deskAssignments, { desk: 'unit-sent' });
  return rows.some((row) => row.orderId === orderId);
}

/** What the pretend telephone and SMS sent for an order. */
export async function messagesOf(scene: Scene, orderId: string) {
  const { rows } = await scene.shiftLead.call(desk.sentMessages, { order: orderId });
  const to = (unit: { code: string; name: string }, channel: 'sms' | 'call') =>
    rows
      .filter((row) => row.channel === channel && isFor(row.toUnit, unit))
      .toSorted((a, b) => a.at.localeCompare(b.at));
  return { rows, to, toCitizen: rows.filter(({ toUnit }) => toUnit === null) };
}

const isFor = (toUnit: string | null, { code, name }: { code: string; name: string }): boolean =>
  toUnit === code || toUnit === name;

export async function takePhoto(
  { clock }: Stage,
  person: Person,
  purpose: string,
  shade: number,
): Promise<string> {
  return person.upload(photo({ takenAt: await clock.now(), at: place, shade }), purpose);
}

export const suggestionFor = ({ dispatcher }: Scene, orderId: string) =>
  dispatcher.call(dispatch.suggestion, { orderId });

export async function repairClock({ agent }: Scene, orderId: string) {
  const { rows } = await agent.call(orders.clocks, { orderId });
  return rows.find(({ name }) => name === 'repair');
}

export const answerOf = (before: string, after: string): Answer => ({
  isTrue: 'true',
  isSolved: 'solved',
  process: '值班人员到场后先行围挡,随后更换新的防沉降井盖并清理现场。',
  publicAnswer: '您反映的井盖缺失已处理:公安110先行警戒,住建部门更换了新井盖,道路已恢复通行。',
  measures: [
    { kind: 'things', what: '更换防沉降井盖一套' },
    { kind: 'people', what: '夜间巡查加密到每晚两次' },
  ],
  assetChanges: [{ what: '防沉降井盖', count: 1, place: address, at: place }],
  evidence: [
    { code: 'before', fileId: before },
    { code: 'after', fileId: after },
  ],
});
