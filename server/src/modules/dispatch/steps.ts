import type { AssignmentState } from '@minsheng/contract/words/assignment.ts';
import type { EventType } from '@minsheng/contract/words/events.ts';

type TransitionNo = `T${number}`;

interface AssignmentStepWords {
  /** 流转编号: up to T28 the rule book's, from there on ours (decision 0014). */
  no: TransitionNo;
  from: readonly AssignmentState[];
  to: AssignmentState;
  event: EventType;
}

/** 任务流转表, domain 2.2: every way a duty may move. `advanceAssignment` is the only writer of a state. */
export const assignmentSteps = {
  /** T6 签收. */
  sign: { no: 'T6', from: ['sent'], to: 'signed', event: 'handling.signed' },
  /** T7 自动签收: the sign-in limit has passed; counts as late, the work clock is unaffected. */
  'auto-sign': { no: 'T7', from: ['sent'], to: 'signed', event: 'handling.auto-signed' },
  /** T8 首次联系. */
  contact: { no: 'T8', from: ['signed'], to: 'contacted', event: 'handling.contacted' },
  /** T9 下派: a child works, the parent stays responsible. */
  delegate: {
    no: 'T9',
    from: ['sent', 'signed', 'contacted'],
    to: 'delegated',
    event: 'dispatch.delegated',
  },
  /** 收回下派. */
  'take-back': { no: 'T40', from: ['delegated'], to: 'signed', event: 'dispatch.child-recalled' },
  /** T21 挂账: the work clock ends. */
  park: { no: 'T21', from: ['signed', 'contacted'], to: 'parked', event: 'deferrals.duty-parked' },
  /** T16 提交 of a serious order: the leader signs first. */
  'ask-sign-off': {
    no: 'T41',
    from: ['signed', 'contacted', 'delegated', 'parked'],
    to: 'to-sign-off',
    event: 'handling.sign-off-asked',
  },
  'refuse-sign-off': {
    no: 'T42',
    from: ['to-sign-off'],
    to: 'signed',
    event: 'handling.sign-off-refused',
  },
  'sign-off': { no: 'T43', from: ['to-sign-off'], to: 'submitted', event: 'handling.handed-in' },
  /** T16 提交. */
  submit: {
    no: 'T16',
    from: ['signed', 'contacted', 'delegated', 'parked'],
    to: 'submitted',
    event: 'handling.handed-in',
  },
  /** T17 审核退回. */
  'reject-reply': {
    no: 'T17',
    from: ['submitted', 'done'],
    to: 'signed',
    event: 'handling.sent-back',
  },
  /** T12 退单申请, by the desk: the leader has to sign it. */
  'draft-return': {
    no: 'T44',
    from: ['sent', 'signed', 'contacted'],
    to: 'return-to-sign',
    event: 'disputes.return-drafted',
  },
  /** T12, signed by the leader who drafts it. */
  'ask-return': {
    no: 'T12',
    from: ['sent', 'signed', 'contacted', 'return-to-sign'],
    to: 'return-asked',
    event: 'disputes.return-asked',
  },
  'refuse-return': {
    no: 'T45',
    from: ['return-to-sign'],
    to: 'signed',
    event: 'disputes.return-refused',
  },
  'withdraw-return': {
    no: 'T46',
    from: ['return-to-sign', 'return-asked'],
    to: 'signed',
    event: 'disputes.return-withdrawn',
  },
  /** T13 退单裁定. */
  'uphold-return': {
    no: 'T13',
    from: ['return-asked'],
    to: 'returned',
    event: 'disputes.return-upheld',
  },
  'reject-return': {
    no: 'T13',
    from: ['return-asked'],
    to: 'signed',
    event: 'disputes.return-rejected',
  },
  /** 办结 of this unit's part. */
  finish: { no: 'T47', from: ['submitted'], to: 'done', event: 'handling.done' },
  /** A copy is read, not worked. */
  'finish-copy': { no: 'T48', from: ['sent', 'signed'], to: 'done', event: 'handling.done' },
  /** 收回. */
  revoke: {
    no: 'T49',
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
