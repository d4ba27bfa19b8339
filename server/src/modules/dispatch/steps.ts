import type { AssignmentState } from '@minsheng/contract/words/assignment.ts';
import type { EventType } from '@minsheng/contract/words/events.ts';

interface AssignmentStepWords {
  from: readonly AssignmentState[];
  to: AssignmentState;
  event: EventType;
}

/** 任务流转表, domain 2.2: every way a duty may move. `advanceAssignment` is the only writer of a state. */
export const assignmentSteps = {
  /** T6 签收. */
  sign: { from: ['sent'], to: 'signed', event: 'handling.signed' },
  /** T7 自动签收: the sign-in limit has passed; counts as late, the work clock is unaffected. */
  'auto-sign': { from: ['sent'], to: 'signed', event: 'handling.auto-signed' },
  /** T8 首次联系. */
  contact: { from: ['signed'], to: 'contacted', event: 'handling.contacted' },
  /** T9 下派: a child works, the parent stays responsible. */
  delegate: { from: ['sent', 'signed', 'contacted'], to: 'delegated', event: 'dispatch.delegated' },
  /** 收回下派. */
  'take-back': { from: ['delegated'], to: 'signed', event: 'dispatch.child-recalled' },
  /** T21 挂账: the work clock ends. */
  park: { from: ['signed', 'contacted'], to: 'parked', event: 'deferrals.duty-parked' },
  /** T16 提交 of a serious order: the leader signs first. */
  'ask-sign-off': {
    from: ['signed', 'contacted', 'delegated', 'parked'],
    to: 'to-sign-off',
    event: 'handling.sign-off-asked',
  },
  'refuse-sign-off': { from: ['to-sign-off'], to: 'signed', event: 'handling.sign-off-refused' },
  'sign-off': { from: ['to-sign-off'], to: 'submitted', event: 'handling.handed-in' },
  /** T16 提交. */
  submit: {
    from: ['signed', 'contacted', 'delegated', 'parked'],
    to: 'submitted',
    event: 'handling.handed-in',
  },
  /** T17 审核退回. */
  'reject-reply': { from: ['submitted', 'done'], to: 'signed', event: 'handling.sent-back' },
  /** T12 退单申请, by the desk: the leader has to sign it. */
  'draft-return': {
    from: ['sent', 'signed', 'contacted'],
    to: 'return-to-sign',
    event: 'disputes.return-drafted',
  },
  /** T12, signed by the leader who drafts it. */
  'ask-return': {
    from: ['sent', 'signed', 'contacted', 'return-to-sign'],
    to: 'return-asked',
    event: 'disputes.return-asked',
  },
  'refuse-return': { from: ['return-to-sign'], to: 'signed', event: 'disputes.return-refused' },
  'withdraw-return': {
    from: ['return-to-sign', 'return-asked'],
    to: 'signed',
    event: 'disputes.return-withdrawn',
  },
  /** T13 退单裁定. */
  'uphold-return': {
    from: ['return-asked'],
    to: 'returned',
    event: 'disputes.return-upheld',
  },
  'reject-return': { from: ['return-asked'], to: 'signed', event: 'disputes.return-rejected' },
  /** 办结 of this unit's part. */
  finish: { from: ['submitted'], to: 'done', event: 'handling.done' },
  /** A copy is read, not worked. */
  'finish-copy': { from: ['sent', 'signed'], to: 'done', event: 'handling.done' },
  /** 收回. */
  revoke: {
    from: [
      'sent',
      'signed',
      'contacted',
      'delegated',
      'to-sign-off',
      'return-to-sign',
      'return-asked',
      'parked',
      'submitted',
    ],
    to: 'revoked',
    event: 'dispatch.duty-revoked',
  },
} as const satisfies Record<string, AssignmentStepWords>;

export type AssignmentStep = keyof typeof assignmentSteps;

/** Work that is not handed in yet. */
export const workingStates = [
  'sent',
  'signed',
  'contacted',
  'delegated',
  'to-sign-off',
  'return-to-sign',
  'return-asked',
] as const;
/** Everything that is not over. */
export const openStates = [...workingStates, 'parked', 'submitted'] as const;

export function assignmentStepsFrom(state: AssignmentState): AssignmentStep[] {
  const names = Object.keys(assignmentSteps) as AssignmentStep[];
  return names.filter((name) =>
    (assignmentSteps[name].from as readonly AssignmentState[]).includes(state),
  );
}
