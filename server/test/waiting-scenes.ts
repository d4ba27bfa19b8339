import type { WaitKind } from '@minsheng/contract/words/waits.ts';
import { expect } from 'vitest';
import { inventedPhoneOf } from '../src/demo/invented.ts';
import { askContest } from '../src/modules/call-back/ask-contest.ts';
import { answerFalse, reportFalse } from '../src/modules/call-back/report-false.ts';
import { ruleOnContest } from '../src/modules/call-back/rule-on-contest.ts';
import { ruleOnFalse } from '../src/modules/call-back/rule-on-false.ts';
import { askMark } from '../src/modules/conduct/ask-mark.ts';
import { decideMark } from '../src/modules/conduct/decide-mark.ts';
import { askMarkReview, reviewMark } from '../src/modules/conduct/review-mark.ts';
import { ruleOnReturn } from '../src/modules/disputes/rule-on-return.ts';
import { signReturn } from '../src/modules/disputes/sign-return.ts';
import { keepFile } from '../src/modules/files/index.ts';
import { declineSignal } from '../src/modules/foresight/decide-signal.ts';
import { enterSignal } from '../src/modules/foresight/enter-signal.ts';
import { decideCheck } from '../src/modules/guidance/decide-check.ts';
import { planMeeting } from '../src/modules/meetings/plan-meeting.ts';
import { signMinutes, writeMinutes } from '../src/modules/meetings/write-minutes.ts';
import { dismissProposal } from '../src/modules/supervision/close.ts';
import { supervisionsOf } from '../src/modules/supervision/supervisions.repo.ts';
import { ringDemoCall } from '../src/modules/telephony/index.ts';
import { askVisit, cancelVisit } from '../src/modules/visits/ask-visit.ts';
import type { inCity } from './kit.ts';
import {
  answerCall,
  approveReply,
  askReturn,
  attempt,
  close,
  contact,
  createOrder,
  holdMeeting,
  redo,
  sign,
  submit,
} from './use-cases.ts';

export type Kit = Parameters<Parameters<typeof inCity>[0]>[0];

export const bureau = {
  unitCode: '350600.zjj',
  unitPath: '350600/350600.zjj',
  areaCode: '350600000000',
};
export const words = '请尽快处理并说明情况。';
export const aPhoto = {
  name: '现场.png',
  declaredType: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
  purpose: 'evidence' as const,
  takenAt: null,
  point: null,
};
const said = {
  contacted: false,
  solved: 'not-solved',
  processRating: 'satisfied',
  resultRating: 'dissatisfied',
  reason: '没有人来过',
  reasonClass: 'subjective',
} as const;
export const reply = {
  isTrue: 'not-true' as const,
  isSolved: 'solved' as const,
  unsolvedReason: '',
  process: '到现场查看,路灯已正常亮灯。',
  publicAnswer: '您好,路灯已恢复照明。',
  basis: '',
  measures: [],
  assetChanges: [],
  evidence: [],
};

/** What waits, and how somebody acts at last. */
export interface Waiting {
  id: string;
  act(): Promise<unknown>;
}

async function closedBadly({ as, anOrder }: Kit) {
  const key = await anOrder.inProgress();
  const unit = as('handler', bureau);
  await unit.do(sign, key);
  await unit.do(contact, { ...key, reached: true, note: '' });
  await unit.do(submit, { ...key, ...reply });
  const { orderId } = key;
  await as('reviewer').do(approveReply, { orderId });
  const answers = { ...said, contacted: true, solved: 'solved', reasonClass: 'objective' } as const;
  await as('call-back-agent').do(attempt, { orderId, reached: true, answers });
  await as('call-back-agent').do(close, { orderId, as: 'solved', note: '' });
  return { orderId, unit };
}

async function onLine({ as }: Kit) {
  const agent = as('agent');
  const { id: callId } = await agent.do(ringDemoCall, { number: inventedPhoneOf('a caller') });
  await agent.do(answerCall, { callId });
  const marked = { callId, grade: 'unlawful', grounds: 'threat', words, looked: true } as const;
  const { markId } = await agent.do(askMark, { ...marked, measure: 'quiet-24h' });
  return markId;
}

export const scenes: Partial<Record<WaitKind, (kit: Kit) => Promise<Waiting>>> = {
  'weather-decision': async (kit) => {
    const { signalId } = await kit.as('analyst').do(enterSignal, {
      ...{ about: 'typhoon', level: 'red' as const, areas: ['350623'], words: '' },
      ...{
        fromAt: kit.ctx.now.toISOString(),
        untilAt: new Date(kit.ctx.now.getTime() + 2 * 86_400_000).toISOString(),
      },
      source: '市气象台(示例)',
    });
    const decide = { signalId, reason: words };
    return { id: signalId, act: () => kit.as('shift-lead').do(declineSignal, decide) };
  },
  ruling: async ({ as, anOrder }) => {
    const key = await anOrder.inProgress();
    await as('liaison', bureau).do(askReturn, {
      ...key,
      reason: 'not-our-duty',
      basis: '三定规定:路灯养护不在本局职责内',
      properUnit: '350600.cgj',
      words: '路灯由城市管理部门养护,不在本局职责范围。',
    });
    await as('unit-leader', bureau).do(signReturn, { ...key, agreed: true, note: '' });
    const ruling = {
      orderId: key.orderId,
      upheld: false,
      basis: '三定规定:城市照明设施养护',
      facts: '市管道路的路灯不亮。',
      ruling: '由原单位继续办理。',
      assists: [],
      heard: [],
    };
    return { id: key.orderId, act: () => as('dispatcher').do(ruleOnReturn, ruling) };
  },
  'guidance-check': async ({ as, drain }) => {
    const { orderId } = await as('shift-lead').do(createOrder, {
      content: '房东不退押金,要求政府出面。',
      type: 'QZ',
      matterCode: '010105',
      areaCode: '350602001000',
      address: '',
      fields: {},
      requester: { kind: 'person', isSelf: true, tags: [], phone: inventedPhoneOf('guided') },
      anonymous: false,
      secrecy: 0,
      needsReply: true,
      needsCallBack: true,
      fileIds: [],
      result: 'dispose',
      dispositionCode: 'DG11',
      dispositionReason: '双方的租赁合同约定了押金。',
    });
    await drain();
    return {
      id: orderId,
      act: () => as('director').do(decideCheck, { orderId, upheld: true, words }),
    };
  },
  'conduct-decision': async (kit) => {
    const markId = await onLine(kit);
    const decide = { markId, granted: true, words };
    return { id: markId, act: () => kit.as('shift-lead').do(decideMark, decide) };
  },
  'conduct-review': async (kit) => {
    const markId = await onLine(kit);
    await kit.as('shift-lead').do(decideMark, { markId, granted: true, words });
    await kit.as('agent').do(askMarkReview, { markId, words });
    const review = { markId, lifted: false, words };
    return { id: markId, act: () => kit.as('director').do(reviewMark, review) };
  },
  'false-ruling': async ({ as, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    const caller = as('call-back-agent');
    await caller.do(attempt, { orderId, reached: true, answers: said });
    await caller.do(reportFalse, { orderId, foundHow: 'call-back', found: words, fileIds: [] });
    await as('handler', bureau).do(answerFalse, { orderId, words });
    const ruling = { orderId, confirmed: false, words };
    return { id: orderId, act: () => as('shift-lead').do(ruleOnFalse, ruling) };
  },
  'contest-ruling': async (kit) => {
    const { orderId, unit } = await closedBadly(kit);
    const { file } = await unit.do(keepFile, aPhoto);
    await unit.do(askContest, { orderId, code: 'X3', words, fileIds: [file.id] });
    const ruling = { orderId, upheld: false, words };
    return { id: orderId, act: () => kit.as('reviewer').do(ruleOnContest, ruling) };
  },
  'minutes-signature': async ({ as, travelTo }) => {
    const startsAt = '2026-03-03T01:00:00.000Z';
    const unit = { unit: bureau.unitCode, came: 'came' as const, who: '建设科科长', reason: '' };
    const { meetingId } = await as('dispatcher').do(planMeeting, {
      title: '城区路灯养护协调会',
      place: '热线中心三楼会议室',
      startsAt,
      agenda: [{ title: '新建道路路灯移交' }],
      units: [bureau.unitCode],
    });
    await travelTo(new Date(startsAt));
    await as('dispatcher').do(holdMeeting, { meetingId, attendance: [unit] });
    await as('dispatcher').do(writeMinutes, { meetingId, record: words, decisions: [] });
    return { id: meetingId, act: () => as('director').do(signMinutes, { meetingId }) };
  },
  'supervision-proposal': async ({ as, anOrder, drain, ctx }) => {
    const orderId = await anOrder.forCallBack();
    const caller = as('call-back-agent');
    await caller.do(attempt, { orderId, reached: true, answers: said });
    await as('shift-lead').do(redo, { orderId, reason: words });
    await drain();
    const proposed = (await supervisionsOf(ctx, orderId)).filter(
      ({ state }) => state === 'proposed',
    );
    expect(proposed).toMatchObject([{ trigger: 'redo' }]);
    const dismiss = { orderId, no: proposed[0]?.no ?? 0, words };
    return { id: orderId, act: () => as('shift-lead').do(dismissProposal, dismiss) };
  },
  visit: async ({ as }) => {
    const { visitId } = await as('reviewer').do(askVisit, {
      purpose: 'spot-check',
      checklist: 'general',
      visitorUnit: '350600.cgj',
      place: '延安北路 23 号门前',
      what: '看路灯亮了没有。',
      visitBy: '2026-03-06',
    });
    return { id: visitId, act: () => as('reviewer').do(cancelVisit, { visitId, reason: words }) };
  },
};
