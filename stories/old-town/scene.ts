import { dispatch, handling, intake, mechanisms } from '@minsheng/contract';
import type { z } from 'zod';
import { inventedPerson } from '../../server/src/demo/invented.ts';
import { type Centre, centreWith } from '../kit/centre.ts';
import type { Person } from '../kit/person.ts';
import { photo } from '../kit/photo.ts';
import type { Stage } from '../kit/story.ts';

export interface Scene extends Centre {
  /** 现场快处组 of the old town. */
  readonly rapid: Person;
}

export const code = 'old-town';
const rapidUnit = '350602.gcgw';
const street = '350602003000';
export const spot = { lng: 117.651, lat: 24.511 };

export async function sceneOf(stage: Stage): Promise<Scene> {
  const { centre, worker } = await centreWith(stage, {
    ...{ login: 'old-town', name: '古城快处承办', unitCode: rapidUnit },
  });
  return { ...centre, rapid: worker };
}

export interface Key {
  readonly orderId: string;
  readonly assignmentId: string;
}

/** By telephone; of the number only whether it is a visitor's is kept in the form. */
export async function told(scene: Scene, visitor: string, leavesOn: string): Promise<Key> {
  const { agent, dispatcher, checks } = scene;
  const { name, phone } = inventedPerson(`story-old-town-${visitor}`);
  const { orderId } = await agent.call(intake.createOrder, {
    content: '在一家店里买的糕饼和招牌说的不一样,店家不肯退。',
    type: 'TS',
    matterCode: '120107',
    areaCode: street,
    address: '香港路中段',
    // Nothing said names the old town: the place on the map lies in it.
    point: spot,
    fields: {
      ...{ quarter_problem: 'shop', shop_no: '示例糕饼铺', wants_on_site: true },
      ...{ visitor: true, leaves_on: leavesOn },
    },
    requester: { name, phone },
    result: 'dispatch',
  });
  const plan = await dispatcher.call(dispatch.suggestion, { orderId });
  checks.same(
    'the rapid unit leads, market and city order and police go along at once',
    [plan.lead?.code, plan.mechanism?.code, plan.assists.length, plan.limit.code],
    [rapidUnit, code, 3, 'E24S'],
  );
  const sent = await dispatcher.call(dispatch.send, {
    orderId,
    lead: rapidUnit,
    assists: plan.assists.map((unit) => unit.code),
    copies: plan.copies.map((unit) => unit.code),
  });
  const duty = sent.assignments.find(({ role }) => role === 'lead');
  if (!duty) throw new Error('Nobody leads.');
  // What listens to the dispatch has heard of it.
  await scene.clock.advance(1);
  return { orderId, assignmentId: duty.id };
}

export async function spokenWith({ rapid }: Scene, key: Key): Promise<void> {
  await rapid.call(handling.sign, key);
  await rapid.call(handling.contact, { ...key, reached: true, note: '约在店门口见面' });
}

/** 到场 with a photo that says when and where. */
export async function arrived({ rapid, clock }: Scene, key: Key): Promise<void> {
  await clock.advance(35);
  const shot = photo({ takenAt: await clock.now(), at: spot });
  const fileId = await rapid.upload(shot, 'arrival');
  await rapid.call(handling.arrive, { ...key, fileIds: [fileId] });
}

export const answer: z.input<typeof handling.replyForm> = {
  isTrue: 'true',
  isSolved: 'solved',
  process: '现场快处组到店核对标签与实物,店家当场退款并道歉。',
  publicAnswer: '您好,店家已当场退款并道歉,我们会继续巡查。',
  measures: [{ kind: 'people', what: '现场快处组到店调解' }],
};

export async function figures({ director }: Scene) {
  const page = await director.call(mechanisms.readMechanism, { code });
  return Object.fromEntries(page.figures.map((figure) => [figure.code, figure]));
}
