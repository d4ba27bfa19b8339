import { callBack, dispatch, handling, intake, orders } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { inventedPerson } from '../../server/src/demo/invented.ts';
import type { Person } from '../kit/person.ts';
import { photo } from '../kit/photo.ts';
import type { Stage } from '../kit/story.ts';

export interface Scene extends Stage {
  readonly agent: Person;
  readonly dispatcher: Person;
  readonly shiftLead: Person;
  readonly reviewer: Person;
  readonly director: Person;
  readonly caller: Person;
  readonly housing: Person;
  readonly housingLeader: Person;
}

export const housingUnit = '350600.zjj';
export const lampPlace = { lng: 117.65, lat: 24.51 };

export async function sceneOf(stage: Stage): Promise<Scene> {
  const [agent, dispatcher, shiftLead, reviewer, director, caller, housing, housingLeader] =
    await Promise.all([
      stage.person('agent'),
      stage.person('dispatcher'),
      stage.person('shift-lead'),
      stage.person('reviewer'),
      stage.person('director'),
      stage.person('call-back'),
      stage.person('zjj-liaison'),
      stage.person('zjj-leader'),
    ]);
  const people = { agent, dispatcher, shiftLead, reviewer, director, caller };
  return { ...stage, ...people, housing, housingLeader };
}

/** Told, sent to the housing bureau, answered and approved by the shift lead. */
export async function answeredLamp(scene: Scene, seed: string): Promise<string> {
  const { agent, dispatcher, clock } = scene;
  const { orderId } = await agent.call(intake.createOrder, {
    channel: 'visit',
    content: '示例路口的路灯坏了好几天,晚上走路看不见,请派人来修。',
    type: 'QZ',
    matterCode: '010105',
    areaCode: '350602000000',
    address: '示例路口',
    fields: { road_name: '示例路', lamp_problem: 'off' },
    requester: inventedPerson(`story-false-completion-${seed}`),
    result: 'dispatch',
  });
  await dispatcher.call(dispatch.send, { orderId, lead: housingUnit });
  await clock.advance(30);
  await answered(scene, orderId);
  return orderId;
}

/** What the bureau says each time: that the lamp is on. */
export async function answered(scene: Scene, orderId: string): Promise<void> {
  const { housing, shiftLead, clock } = scene;
  const { assignments } = await pageOf(scene, orderId);
  const duty = assignments.findLast(({ role, state }) => role === 'lead' && state === 'sent');
  const key = { orderId, assignmentId: duty?.id ?? '' };
  await housing.call(handling.sign, key);
  await housing.call(handling.contact, { ...key, reached: true, note: '' });
  const [before, after] = [await shown(scene, housing, 1), await shown(scene, housing, 6)];
  await housing.call(handling.submit, {
    ...key,
    isTrue: 'true',
    isSolved: 'solved',
    process: '到现场更换灯头。',
    publicAnswer: '您好,路灯已经修好,感谢您的反映。',
    measures: [{ kind: 'things', what: '更换灯头' }],
    assetChanges: [{ what: '路灯', count: 1, place: '示例路口' }],
    evidence: [
      { code: 'before', fileId: before },
      { code: 'after', fileId: after },
    ],
  });
  await shiftLead.call(handling.approveReply, { orderId });
  await clock.advance(10);
}

/** A picture with time and place, as somebody takes it on the spot. */
export async function shown({ clock }: Scene, who: Person, shade: number): Promise<string> {
  return who.upload(photo({ takenAt: await clock.now(), at: lampPlace, shade }), 'evidence');
}

type Said = NonNullable<Parameters<typeof asked>[2]>;

/** 电话回访: what the requester says. */
export async function asked(
  { caller }: Scene,
  orderId: string,
  said: Partial<{
    solved: 'solved' | 'not-solved';
    resultRating: 'satisfied' | 'dissatisfied';
    reasonClass: 'subjective' | 'objective' | null;
    reason: string;
  }>,
): Promise<void> {
  await caller.call(callBack.attempt, {
    orderId,
    reached: true,
    answers: {
      contacted: true,
      solved: 'solved',
      processRating: 'satisfied',
      resultRating: 'satisfied',
      reason: '',
      reasonClass: null,
      ...said,
    },
  });
}

export const notDone: Said = {
  solved: 'not-solved',
  resultRating: 'dissatisfied',
  reasonClass: 'subjective',
  reason: '根本没有人来修过',
};

export const pageOf = (
  { director }: Scene,
  orderId: string,
): Promise<ReplyOf<typeof orders.orderPage>> => director.call(orders.orderPage, { orderId });
