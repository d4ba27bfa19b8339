/** 话务状态: a call from its first ring to its end. */
export const callStates = [
  'ringing',
  'dialling',
  'answered',
  'ended',
  'abandoned',
  'missed',
  'unreached',
] as const;
export type CallState = (typeof callStates)[number];

/** 话务驱动: who carries a call. */
export const telephoneDrivers = ['sim', 'manual'] as const;
export type TelephoneDriver = (typeof telephoneDrivers)[number];

/** 未接通原因 of a call we made. */
export const unreachedCauses = [
  'no-answer',
  'busy',
  'refused',
  'unreachable',
  'cancelled',
] as const;
export type UnreachedCause = (typeof unreachedCauses)[number];
export const unreachedCauseLabel: Record<UnreachedCause, string> = {
  'no-answer': '无人接',
  busy: '占线',
  refused: '对方拒接',
  unreachable: '无法接通',
  cancelled: '已取消',
};

/** 转接状态: the other line rings, has joined caller and agent, has the caller alone, or did not come to it. */
export const putThroughStates = ['ringing', 'joined', 'handed-over', 'failed'] as const;
export type PutThroughState = (typeof putThroughStates)[number];

/** 不再回拨: settled another way, rung in vain, nothing to settle. */
export const leaveReasons = ['otherwise', 'given-up', 'not-needed'] as const;
export type LeaveReason = (typeof leaveReasons)[number];
export const leaveReasonLabel: Record<LeaveReason, string> = {
  otherwise: '已用其他方式联系上',
  'given-up': '多次回拨无人接',
  'not-needed': '误拨或骚扰',
};
