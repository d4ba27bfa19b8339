/** 联动机制 of the statistics: 双向互转、应急联动. */
export const linkageMechanisms = ['transfer', 'response'] as const;
export type LinkageMechanism = (typeof linkageMechanisms)[number];
export const linkageMechanismLabel: Record<LinkageMechanism, string> = {
  transfer: '双向互转',
  response: '应急联动',
};

/** Which of the two co-signed lists (互转事项清单). */
export const linkageLists = ['to-110', 'from-110'] as const;
export type LinkageList = (typeof linkageLists)[number];

/** 联动事项: what passes between the two lines about one order. */
export const linkageActs = ['transfer', 'together', 'clue', 'received'] as const;
export type LinkageAct = (typeof linkageActs)[number];
export const linkageActLabel: Record<LinkageAct, string> = {
  transfer: '移送110',
  together: '同步派警',
  clue: '涉稳线索',
  received: '110移来',
};

/** How far whoever took it is with it. */
export const linkageStates = ['sent', 'accepted', 'returned', 'done', 'withdrawn'] as const;
export type LinkageState = (typeof linkageStates)[number];
export const linkageStateLabel: Record<LinkageState, string> = {
  sent: '待接收',
  accepted: '已接收',
  returned: '已退回',
  done: '已反馈',
  withdrawn: '已撤回',
};
