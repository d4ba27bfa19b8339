import { dispatch, handling, intake, orders } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { z } from 'zod';
import { inventedPerson } from '../../server/src/demo/invented.ts';
import type { Person } from '../kit/person.ts';
import type { Stage } from '../kit/story.ts';

export interface Scene extends Stage {
  readonly agent: Person;
  readonly dispatcher: Person;
  readonly shiftLead: Person;
  readonly reviewer: Person;
  readonly director: Person;
  readonly housing: Person;
  readonly housingLeader: Person;
}

export const housingUnit = '350600.zjj';

export async function sceneOf(stage: Stage): Promise<Scene> {
  const [agent, dispatcher, shiftLead, reviewer, director, housing, housingLeader] =
    await Promise.all([
      stage.person('agent'),
      stage.person('dispatcher'),
      stage.person('shift-lead'),
      stage.person('reviewer'),
      stage.person('director'),
      stage.person('zjj-liaison'),
      stage.person('zjj-leader'),
    ]);
  return { ...stage, agent, dispatcher, shiftLead, reviewer, director, housing, housingLeader };
}

/** Told, sent to the housing bureau, signed and spoken with. */
export async function lampAt(
  { agent, dispatcher, housing }: Scene,
  seed: string,
): Promise<{ orderId: string; assignmentId: string }> {
  const { orderId } = await agent.call(intake.createOrder, {
    channel: 'visit',
    content: '示例路东段一整排路灯都不亮,线缆太旧,修了又坏,晚上走路看不见。',
    type: 'QZ',
    matterCode: '010105',
    areaCode: '350602000000',
    address: '示例路东段',
    fields: { road_name: '示例路东段', lamp_problem: 'off' },
    requester: inventedPerson(`story-honest-unit-${seed}`),
    result: 'dispatch',
  });
  const sent = await dispatcher.call(dispatch.send, { orderId, lead: housingUnit });
  const key = { orderId, assignmentId: sent.assignments[0]?.id ?? '' };
  await housing.call(handling.sign, key);
  await housing.call(handling.contact, { ...key, reached: true, note: '' });
  return key;
}

export const pageOf = (
  { director }: Scene,
  orderId: string,
): Promise<ReplyOf<typeof orders.orderPage>> => director.call(orders.orderPage, { orderId });

/** A reply form as a unit fills it in. */
export type Answer = z.input<typeof handling.replyForm>;

export const plan = '线缆老化要整段更换,先设计、再筹集资金、最后施工。';
