import { dispatch, intake, type RequestOf } from '@minsheng/contract';
import { inventedPerson } from '../../server/src/demo/invented.ts';
import { each } from '../kit/each.ts';
import { type Group, handleClock, type Scene, type Sent } from './scene.ts';

/**
 * Those whose three deadlines cross the closed days: the unit's, the order's and the one promised; a few of what stays.
 * In full they are a thousand deadlines (domain 2.4).
 */
const howMany = ({ isFull }: Scene): Readonly<Record<Group, number>> => ({
  question: 20,
  lamp: isFull ? 334 : 120,
  urgent: 20,
  danger: 20,
});

/** All on one Friday morning, all through the public interface. */
export async function ordersSent(scene: Scene): Promise<Sent[]> {
  const { checks } = scene;
  checks.chapter('Hundreds of orders on a Friday');
  const many = howMany(scene);
  const wanted: Group[] = [
    ...Array<Group>(many.question).fill('question'),
    ...Array<Group>(many.lamp).fill('lamp'),
    ...Array<Group>(many.urgent).fill('urgent'),
    ...Array<Group>(many.danger).fill('danger'),
  ];
  const sent = await each(wanted, (group, no) => oneSent(scene, group, no));
  const dues = new Set(sent.map(({ group, dueAt }) => `${group} ${dueAt.slice(0, 10)}`));
  checks.same('all are sent', sent.length, wanted.length);
  checks.same('each kind is due on one day', dues.size, 4);
  checks.that('questions before the typhoon, lamps on its first day', isPlanned(sent), [...dues]);
  return sent;
}

const isPlanned = (sent: readonly Sent[]): boolean =>
  sent.every(
    ({ group, dueAt }) =>
      (group !== 'question' || dueAt.startsWith('2026-08-11')) &&
      (group !== 'lamp' || dueAt.startsWith('2026-08-12')),
  );

async function oneSent(scene: Scene, group: Group, no: number): Promise<Sent> {
  const { agent, dispatcher } = scene;
  const { orderId, status } = await agent.call(intake.createOrder, told(group, no));
  if (status === 'to-dispatch')
    await dispatcher.call(dispatch.send, { orderId, lead: '350600.zjj' });
  const clock = await handleClock(scene, orderId);
  return { orderId, group, dueAt: clock?.dueAt ?? '' };
}

const differs: Readonly<Record<Group, Partial<RequestOf<typeof intake.createOrder>>>> = {
  question: { type: 'ZX', content: '想了解路灯报修之后一般多久来修。' },
  lamp: {},
  urgent: { urgency: 'U2' },
  danger: { urgency: 'U1' },
};

const told = (group: Group, no: number): RequestOf<typeof intake.createOrder> => ({
  channel: 'visit',
  content: `示例${no}路一盏路灯不亮,晚上看不清路。`,
  type: 'QZ',
  matterCode: '010105',
  areaCode: '350602000000',
  address: `示例${no}路`,
  fields: { road_name: `示例${no}路`, lamp_problem: 'off' },
  requester: inventedPerson(`story-typhoon-${no}`),
  result: 'dispatch',
  ...differs[group],
});
