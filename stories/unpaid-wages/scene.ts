import { dispatch, handling, intake, mechanisms, type ReplyOf } from '@minsheng/contract';
import type { z } from 'zod';
import { inventedPerson } from '../../server/src/demo/invented.ts';
import { type Centre, centreWith } from '../kit/centre.ts';
import type { Person } from '../kit/person.ts';
import { photo } from '../kit/photo.ts';
import type { Stage } from '../kit/story.ts';

export interface Scene extends Centre {
  /** The labour bureau of the county, and whoever signs there. */
  readonly bureau: Person;
}

export const code = 'unpaid-wages';
export const bureauUnit = '650522.rsj';
const town = '650522102000';

export async function sceneOf(stage: Stage): Promise<Scene> {
  const { centre, worker } = await centreWith(stage, {
    ...{ login: 'yiwu-labour', name: '伊吾人社承办', unitCode: bureauUnit },
  });
  return { ...centre, bureau: worker };
}

interface Claim {
  readonly worker: string;
  readonly project: string;
  readonly contractor: string;
  readonly claimedFen: number;
}

/** 欠薪 told by telephone, dispatched as the mechanism proposes. */
export async function told(
  scene: Scene,
  claim: Claim,
): Promise<{ orderId: string; assignmentId: string }> {
  const { agent, dispatcher } = scene;
  const { name, phone } = inventedPerson(`story-wages-${claim.worker}`);
  const { orderId } = await agent.call(intake.createOrder, {
    content: `在盐池工业园区${claim.project}干活,工钱一直没有给。`,
    type: 'QZ',
    matterCode: '070101',
    areaCode: town,
    address: '盐池工业园区',
    fields: {
      employer: '示例劳务队',
      project: claim.project,
      contractor: claim.contractor,
      industry: 'building',
      amount_claimed: claim.claimedFen,
      workers_count: 1,
      agree_identity: true,
    },
    requester: { name, phone },
    result: 'dispatch',
  });
  const { lead, copies } = await dispatcher.call(dispatch.suggestion, { orderId });
  const sent = await dispatcher.call(dispatch.send, {
    orderId,
    lead: lead?.code ?? '',
    copies: copies.map((unit) => unit.code),
  });
  const duty = sent.assignments.find(({ role }) => role === 'lead');
  if (!duty) throw new Error('Nobody leads.');
  // What listens to the dispatch has heard of it.
  await scene.clock.advance(1);
  return { orderId, assignmentId: duty.id };
}

/** 支付凭证 and 询问记录: two pictures that differ. */
export async function proofs({
  bureau,
  clock,
}: Scene): Promise<{ code: string; fileId: string }[]> {
  const takenAt = await clock.now();
  const at = { lng: 94.7, lat: 43.25 };
  const codes = ['inquiry_record', 'pay_proof'];
  return Promise.all(
    codes.map(async (code, shade) => ({
      code,
      fileId: await bureau.upload(photo({ takenAt, at, shade: 2 + shade * 3 }), 'evidence'),
    })),
  );
}

export const answer: z.input<typeof handling.replyForm> = {
  isTrue: 'true',
  isSolved: 'solved',
  process: '到项目部核查工资专户与考勤,总包当场转账支付,已留存转账凭证。',
  publicAnswer: '您好,拖欠的工资已经转到您的账户,请查收。',
  measures: [{ kind: 'rules', what: '督促总包按月拨付工资专户' }],
};

export async function figures({ director }: Scene) {
  const page = await director.call(mechanisms.readMechanism, { code, from: '2025-12-01' });
  return Object.fromEntries(page.figures.map((figure) => [figure.code, figure.value]));
}

export type Held = NonNullable<ReplyOf<typeof mechanisms.orderMechanism>['held']>;

export async function signedAndSpoken(
  { bureau }: Scene,
  key: { orderId: string; assignmentId: string },
): Promise<void> {
  await bureau.call(handling.sign, key);
  await bureau.call(handling.contact, { ...key, reached: true, note: '已与劳动者核对时间和数额' });
}
