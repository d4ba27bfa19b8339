import { city, type handling, orders } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { z } from 'zod';
import { inventedPerson } from '../../server/src/demo/invented.ts';
import type { Person } from '../kit/person.ts';
import { photo } from '../kit/photo.ts';
import type { Stage } from '../kit/story.ts';

export interface Scene extends Stage {
  readonly agent: Person;
  readonly dispatcher: Person;
  readonly housing: Person;
  readonly reviewer: Person;
  readonly caller: Person;
  readonly shiftLead: Person;
  /** Two parks, invented, in two townships of the district. */
  readonly parks: readonly [Park, Park];
}

export interface Park {
  readonly name: string;
  readonly areaCode: string;
  readonly at: { readonly lng: number; readonly lat: number };
}

export const district = '650502';
export const housingUnit = '650502.zjj';
export const matterCode = '030303';

export async function sceneOf(stage: Stage): Promise<Scene> {
  const [agent, dispatcher, housing, reviewer, caller, shiftLead] = await Promise.all([
    stage.person('agent'),
    stage.person('dispatcher'),
    stage.person('county-department'),
    stage.person('reviewer'),
    stage.person('call-back'),
    stage.person('shift-lead'),
  ]);
  const towns = await agent.call(city.listAreas, { parent: district });
  const [one, other] = await Promise.all(
    towns.rows.slice(0, 2).map(async ({ code }) => {
      const villages = await agent.call(city.listAreas, { parent: code });
      return villages.rows[0]?.code ?? code;
    }),
  );
  if (!one || !other) throw new Error('The district has too few townships.');
  const parks = [
    { name: '示例人民公园', areaCode: one, at: { lng: 93.515, lat: 42.827 } },
    { name: '样例滨河公园', areaCode: other, at: { lng: 93.53, lat: 42.84 } },
  ] as const;
  return { ...stage, agent, dispatcher, housing, reviewer, caller, shiftLead, parks };
}

export const wordsOf = (park: Park): string =>
  `${park.name}里经常有电动车骑进来穿行,散步的老人和小孩好几次差点被撞,希望有人管一管。`;

export const fieldsOf = (park: Park) => ({
  park_name: park.name,
  park_disorder: 'ebike',
  park_spot: '健身广场南入口',
  near_miss: true,
});

export const citizenOf = (seed: string) => inventedPerson(`story-park-${seed}`);

/** A reply form as a unit fills it in. */
export type Answer = z.input<typeof handling.replyForm>;

type OrderPage = ReplyOf<typeof orders.orderPage>;
export const pageOf = ({ agent }: Scene, orderId: string): Promise<OrderPage> =>
  agent.call(orders.orderPage, { orderId });

/** Sent at the desk, days after it was taken: the camera's own note says when and where. */
export function sendPhoto(
  { housing }: Scene,
  park: Park,
  purpose: 'before' | 'after',
  takenAt: Date,
): Promise<string> {
  const shade = purpose === 'before' ? 1 : 6;
  return housing.upload(photo({ takenAt, at: park.at, shade }), purpose);
}

export const answerFor = (park: Park, before: string, after: string): Answer => ({
  isTrue: 'true',
  isSolved: 'solved',
  process: '会同公园管理单位现场核实,增派劝导人员,并在三个入口加装隔离桩。',
  publicAnswer: `您反映的${park.name}电动车入园问题属实:已安排人员早晚劝导,三个入口已装隔离桩,轮椅和婴儿车可以通行。`,
  measures: [
    { kind: 'people', what: '早晚高峰在入口安排人员劝导' },
    { kind: 'things', what: '三个入口加装隔离桩' },
  ],
  assetChanges: [
    { what: '隔离桩', count: 12, place: `${park.name}南、东、北三个入口`, at: park.at },
  ],
  evidence: [
    { code: 'before', fileId: before },
    { code: 'after', fileId: after },
  ],
});
