import { intake, type orders } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { inventedPerson } from '../../server/src/demo/invented.ts';
import type { Person } from '../kit/person.ts';
import type { Stage } from '../kit/story.ts';

/** Who acts: three units that each think it is another's, and whoever rules. */
export interface Scene extends Stage {
  readonly agent: Person;
  readonly dispatcher: Person;
  readonly reviewer: Person;
  readonly director: Person;
  readonly labour: Person;
  readonly housing: Person;
  readonly housingLeader: Person;
  readonly county: Person;
}

export const labourUnit = '350626.rsj';
export const housingUnit = '350600.zjj';
export const countyUnit = '350626';
export const matterCode = '070102';
const place = '350626100000';

export async function sceneOf(stage: Stage): Promise<Scene> {
  const [agent, dispatcher, reviewer, director, labour, housing, housingLeader, county] =
    await Promise.all([
      stage.person('agent'),
      stage.person('dispatcher'),
      stage.person('reviewer'),
      stage.person('director'),
      stage.person('county-department'),
      stage.person('zjj-liaison'),
      stage.person('zjj-leader'),
      stage.person('county'),
    ]);
  return {
    ...stage,
    agent,
    dispatcher,
    reviewer,
    director,
    labour,
    housing,
    housingLeader,
    county,
  };
}

export const ruling = {
  basis: '属地管理责任分工(示例):跨部门欠薪由属地政府牵头',
  facts: '施工企业欠薪,劳动、住建、属地三家都认为应由别家牵头。',
  ruling: '经核对职责,按裁定的单位主办。',
};

/** The same kind of appeal, each time of somebody else. */
export async function toldBy({ agent }: Scene, seed: string): Promise<string> {
  const { orderId } = await agent.call(intake.createOrder, {
    channel: 'visit',
    content: '在示例项目做了两个月,分包公司一直没有把工钱结清,请帮忙协调。',
    type: 'TS',
    matterCode,
    areaCode: place,
    address: '示例项目部',
    fields: {
      employer: '示例建筑劳务有限公司',
      amount_claimed: 1200000,
      workers_count: 1,
      still_employed: false,
    },
    requester: inventedPerson(`story-ping-pong-${seed}`),
    result: 'dispatch',
  });
  return orderId;
}

export type Page = ReplyOf<typeof orders.orderPage>;
