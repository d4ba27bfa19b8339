import { decideDeferral } from '../../src/modules/deferrals/decide.ts';
import { resume } from '../../src/modules/deferrals/suspend.ts';
import { addUnit } from '../../src/modules/dispatch/add-unit.ts';
import { reassign } from '../../src/modules/dispatch/reassign.ts';
import { recall } from '../../src/modules/dispatch/recall.ts';
import { send } from '../../src/modules/dispatch/send.ts';
import { undoSend } from '../../src/modules/dispatch/undo-send.ts';
import { planConference } from '../../src/modules/disputes/plan-conference.ts';
import { readDispute } from '../../src/modules/disputes/read-dispute.ts';
import { ruleOnReturn } from '../../src/modules/disputes/rule-on-return.ts';
import { giveInfo } from '../../src/modules/handling/info.ts';
import { approveReply, rejectReply } from '../../src/modules/handling/review.ts';
import { supplementFor, urgeFor, withdrawFor } from '../../src/modules/intake/for-requester.ts';
import {
  endTransfer,
  noteTransferReceipt,
  returnTransfer,
} from '../../src/modules/intake/transfers.ts';
import { acceptWaiting, takeWaiting } from '../../src/modules/intake/waiting.ts';
import { holdMeeting } from '../../src/modules/meetings/hold-meeting.ts';
import { readMeeting } from '../../src/modules/meetings/read-meetings.ts';
import { pickFrom, type Walk } from './walk.ts';

const leads = ['350600.zjj', '350600.cgj', '350626', '350626.zjj', '350626100'];
const others = ['350600.jj110', '350600.sthj', '350600.cgj', '350626.rsj'];
/** What the two matters of the walk demand. */
const fieldsOf: Readonly<Record<string, Record<string, string>>> = {
  '010105': { road_name: '示例路', lamp_problem: 'off' },
  '020103': { committee_stage: 'none' },
};
const reason = '试走一步';

/** 会商, held where it is planned: without one the third round is not ruled. */
async function confer({ centre, orderId, kit }: Walk): Promise<string | null> {
  const director = centre('director');
  const { conference } = await director.do(readDispute, { orderId });
  if (!conference?.isNeeded) return null;
  if (conference.meeting) return conference.meeting.id;
  const startsAt = kit.clock.now().toISOString();
  const asked = { orderId, place: '热线中心', startsAt, units: others };
  const { meetingId } = await director.do(planConference, asked);
  const { attendance } = await director.do(readMeeting, { meetingId });
  await director.do(holdMeeting, {
    meetingId,
    attendance: attendance.map(({ unit }) => ({
      unit: unit.code,
      came: 'came' as const,
      who: reason,
      reason: '',
    })),
  });
  return meetingId;
}

/** What the centre may try; a refusal is as good an end as any. */
export const centreMoves = {
  take: ({ centre, orderId }: Walk) => centre('agent').do(takeWaiting, { orderId }),
  accept: ({ centre, orderId, matterCode }: Walk, pick: number) =>
    centre('agent').do(acceptWaiting, {
      orderId,
      type: 'QZ',
      matterCode,
      areaCode: '350626100000',
      fields: fieldsOf[matterCode] ?? {},
      result: pick % 4 === 2 ? 'transfer' : 'dispatch',
      transferTo: '110',
      awaitsFeedback: pick % 2 === 0,
    }),
  'transfer-received': ({ centre, orderId }: Walk) =>
    centre('agent').do(noteTransferReceipt, { orderId, theirNo: '' }),
  'end-transfer': ({ centre, orderId }: Walk) =>
    centre('agent').do(endTransfer, { orderId, feedback: reason }),
  'return-transfer': ({ centre, orderId }: Walk) =>
    centre('agent').do(returnTransfer, { orderId, reason }),
  send: ({ centre, orderId }: Walk, pick: number) =>
    centre('dispatcher').do(send, {
      orderId,
      lead: pickFrom(leads, pick) ?? '',
      assists: pick % 3 === 0 ? [pickFrom(others, pick) ?? ''] : [],
      linkage: pick % 5 === 0 ? ['350600.jj110'] : [],
      copies: pick % 4 === 0 ? ['350600.sthj'] : [],
      note: '',
    }),
  undo: ({ centre, orderId }: Walk) => centre('dispatcher').do(undoSend, { orderId }),
  recall: ({ centre, orderId }: Walk) => centre('dispatcher').do(recall, { orderId, reason }),
  add: ({ centre, orderId }: Walk, pick: number) =>
    centre('dispatcher').do(addUnit, {
      orderId,
      unitCode: pickFrom(others, pick) ?? '',
      role: 'assist',
      reason,
    }),
  reassign: ({ centre, orderId }: Walk, pick: number) =>
    centre('dispatcher').do(reassign, { orderId, lead: pickFrom(leads, pick) ?? '', reason }),
  decide: ({ centre, orderId }: Walk, pick: number) =>
    centre(pick % 5 === 0 ? 'shift-lead' : 'director').do(decideDeferral, {
      orderId,
      granted: pick % 4 !== 0,
      words: reason,
    }),
  resume: ({ centre, orderId }: Walk) =>
    centre('shift-lead').do(resume, { orderId, words: reason }),
  rule: async (walk: Walk, pick: number) => {
    const { centre, orderId } = walk;
    const meetingId = await confer(walk);
    const role = (['dispatcher', 'reviewer', 'director'] as const)[pick % 3] ?? 'dispatcher';
    await centre(role).do(ruleOnReturn, {
      orderId,
      upheld: pick % 2 === 0,
      ...(pick % 5 === 0 ? {} : { lead: pickFrom(leads, pick >> 3) ?? '' }),
      ...(meetingId !== null && { meetingId }),
      assists: pick % 4 === 0 ? ['350600.sthj'] : [],
      basis: '试走一步的依据',
      facts: '试走一步的案例',
      ruling: '试走一步的裁定',
      heard: [...leads, ...others],
    });
  },
  'give-info': ({ centre, orderId }: Walk) =>
    centre('agent').do(giveInfo, { orderId, content: '地点在路口东侧。', fileIds: [] }),
  approve: ({ centre, orderId }: Walk) => centre('reviewer').do(approveReply, { orderId }),
  reject: ({ centre, orderId }: Walk) =>
    centre('reviewer').do(rejectReply, { orderId, reason: 'template', note: reason }),
  supplement: ({ centre, orderId }: Walk) =>
    centre('agent').do(supplementFor, { orderId, content: '又坏了一盏。', fileIds: [] }),
  urge: ({ centre, orderId }: Walk) => centre('agent').do(urgeFor, { orderId, note: '' }),
  withdraw: ({ centre, orderId }: Walk) => centre('agent').do(withdrawFor, { orderId, reason: '' }),
} as const;
