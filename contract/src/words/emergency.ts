/** 应急联动: what kind of emergency a prepared group is for. */
export const emergencyKinds = [
  'typhoon',
  'rainstorm',
  'accident',
  'health',
  'security',
  'drill',
] as const;
export type EmergencyKind = (typeof emergencyKinds)[number];
export const emergencyKindLabel: Record<EmergencyKind, string> = {
  typhoon: '台风',
  rainstorm: '暴雨内涝',
  accident: '事故灾难',
  health: '公共卫生',
  security: '社会安全',
  drill: '演练',
};

/** What became of one order of a mass dispatch: sent, units added to one that is under way, or refused with a reason. */
export const massResults = ['sent', 'added', 'refused'] as const;
export type MassResult = (typeof massResults)[number];
export const massResultLabel: Record<MassResult, string> = {
  sent: '已派出',
  added: '已加派',
  refused: '未派出',
};

/** 互助接听: how far the help of a neighbouring centre is. */
export const guestStates = ['asked', 'helping', 'ended'] as const;
export type GuestState = (typeof guestStates)[number];
export const guestStateLabel: Record<GuestState, string> = {
  asked: '待批准',
  helping: '互助接听中',
  ended: '已结束',
};
