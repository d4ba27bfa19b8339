/** 联动机制 (《“漳州110”发展促进条例》: 双向互转、应急联动、会商交流). */
export const linkageMechanisms = ['transfer', 'response', 'consult'] as const;
export type LinkageMechanism = (typeof linkageMechanisms)[number];
export const linkageMechanismLabel: Record<LinkageMechanism, string> = {
  transfer: '互转',
  response: '应急联动',
  consult: '会商',
};

/** Which of the two co-signed lists (互转事项清单). */
export const linkageLists = ['to-110', 'from-110'] as const;
export type LinkageList = (typeof linkageLists)[number];
export const linkageListLabel: Record<LinkageList, string> = {
  'to-110': '12345转110',
  'from-110': '110转12345',
};

/** 与110的联动事项: what passes between the two lines about one order. */
export const linkageActs = ['transfer', 'together', 'clue', 'received'] as const;
export type LinkageAct = (typeof linkageActs)[number];
export const linkageActLabel: Record<LinkageAct, string> = {
  transfer: '移送110',
  together: '同步派警',
  clue: '涉稳线索',
  received: '110移来',
};

/** How far the other side is with it. */
export const linkageStates = ['sent', 'accepted', 'returned', 'done', 'withdrawn'] as const;
export type LinkageState = (typeof linkageStates)[number];
export const linkageStateLabel: Record<LinkageState, string> = {
  sent: '待接收',
  accepted: '办理中',
  returned: '已退回',
  done: '已反馈',
  withdrawn: '已撤回',
};
