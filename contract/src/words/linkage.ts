/** 联动机制 of the statistics. */
export const linkageMechanisms = [
  'transfer',
  'response',
  'consult',
  'mediation',
  'sharing',
] as const;
export type LinkageMechanism = (typeof linkageMechanisms)[number];
export const linkageMechanismLabel: Record<LinkageMechanism, string> = {
  transfer: '双向互转',
  response: '应急联动',
  consult: '会商',
  mediation: '联合调解',
  sharing: '数据共享',
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

/** 统计事项: what the sums count, besides what passes about one order. */
export const linkageSumActs = [...linkageActs, 'mass', 'session', 'mediated', 'batch'] as const;
export type LinkageSumAct = (typeof linkageSumActs)[number];
export const linkageSumActLabel: Record<LinkageSumAct, string> = {
  ...linkageActLabel,
  mass: '应急批量派单',
  session: '双线会商',
  mediated: '联合调解',
  batch: '共享批次',
};

/** 调解当事人, by what they are: no names outside the record of the requester. */
export const partyRoles = ['requester', 'other', 'residents', 'company', 'unit'] as const;
export type PartyRole = (typeof partyRoles)[number];
export const partyRoleLabel: Record<PartyRole, string> = {
  requester: '诉求人一方',
  other: '对方当事人',
  residents: '居民群众',
  company: '企业',
  unit: '有关单位',
};

/** 调解结果. */
export const mediationResults = ['agreed', 'not-agreed', 'continued'] as const;
export type MediationResult = (typeof mediationResults)[number];
export const mediationResultLabel: Record<MediationResult, string> = {
  agreed: '达成协议',
  'not-agreed': '未达成协议',
  continued: '继续调解',
};

/** Why an order is proposed for a consultation. */
export const consultReasons = ['disputed', 'clue', 'late'] as const;
export type ConsultReason = (typeof consultReasons)[number];
export const consultReasonLabel: Record<ConsultReason, string> = {
  disputed: '退单有争议',
  clue: '涉稳线索未了',
  late: '特急紧急已超时',
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
