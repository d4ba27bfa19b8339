/** 专题种类: one topic a quarter (一季一专题), or the campaign of a year (优化提升年). */
export const campaignKinds = ['season', 'year'] as const;
export type CampaignKind = (typeof campaignKinds)[number];
export const campaignKindLabel: Record<CampaignKind, string> = {
  season: '一季一专题',
  year: '年度行动',
};

export const campaignStates = ['running', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];
export const campaignStateLabel: Record<CampaignState, string> = {
  running: '进行中',
  closed: '已结束',
};

/** 归拢进度: the machine looks for the topic's appeals. */
export const gatheringStates = ['waiting', 'running', 'done', 'failed'] as const;
export type GatheringState = (typeof gatheringStates)[number];
export const gatheringStateLabel: Record<GatheringState, string> = {
  waiting: '等待开始',
  running: '正在归拢',
  done: '已完成',
  failed: '没有完成',
};

/**
 * 清单问题的状态. `proposed` by the machine and `aside` are not counted; `merged` has given its appeals to another; every other
 * one stands in the funnel.
 */
export const entryStates = [
  'proposed',
  'listed',
  'inspected',
  'not-rectified',
  'to-media',
  'rectified',
  'aside',
  'merged',
] as const;
export type EntryState = (typeof entryStates)[number];
export const entryStateLabel: Record<EntryState, string> = {
  proposed: '待核对',
  listed: '已列入',
  inspected: '已核查',
  'not-rectified': '整改不到位',
  'to-media': '已转媒体问效',
  rectified: '已整改',
  aside: '不列入',
  merged: '已并入其他问题',
};

/** Those the funnel counts. */
export const countedStates = [
  'listed',
  'inspected',
  'not-rectified',
  'to-media',
  'rectified',
] as const satisfies readonly EntryState[];

/**
 * 清单问题怎样往前走; whoever moves it says why. Nothing is rectified that nobody looked at, so that what the funnel counts as
 * inspected was; a visit that finds it cured is both. Merging and splitting are acts of their own.
 */
export const entrySteps: Record<EntryState, readonly EntryState[]> = {
  proposed: ['listed', 'aside'],
  listed: ['inspected', 'aside'],
  inspected: ['rectified', 'not-rectified'],
  'not-rectified': ['rectified', 'to-media'],
  'to-media': ['rectified'],
  rectified: ['not-rectified'],
  aside: ['listed'],
  merged: [],
};

/** 诉求为什么在或不在一个清单问题里. */
export const linkCauses = ['gathered', 'added', 'split', 'merged', 'taken-out'] as const;
export type LinkCause = (typeof linkCauses)[number];
export const linkCauseLabel: Record<LinkCause, string> = {
  gathered: '系统归拢',
  added: '人工加入',
  split: '拆分',
  merged: '合并',
  'taken-out': '移出',
};

/** 专班职务. */
export const memberRoles = ['lead', 'member'] as const;
export type MemberRole = (typeof memberRoles)[number];
export const memberRoleLabel: Record<MemberRole, string> = { lead: '牵头', member: '成员' };

/** 专题任务的用途. */
export const campaignTaskKinds = ['work', 'report', 'leaders-note'] as const;
export type CampaignTaskKind = (typeof campaignTaskKinds)[number];
export const campaignTaskKindLabel: Record<CampaignTaskKind, string> = {
  work: '专班任务',
  report: '调研专报',
  'leaders-note': '领导批示',
};

/** 问效材料的环节, each signed by a person; the first four must stand before it goes to the media. */
export const dossierParts = [
  'redaction',
  'legal',
  'unit-comment',
  'consent',
  'schedule',
  'broadcast',
  'after-check',
] as const;
export type DossierPart = (typeof dossierParts)[number];
export const dossierPartLabel: Record<DossierPart, string> = {
  redaction: '脱敏签认',
  legal: '法律审核',
  'unit-comment': '单位意见',
  consent: '出镜人同意',
  schedule: '拍摄安排',
  broadcast: '播出链接',
  'after-check': '播后复查',
};

/** 转出前必须齐的. */
export const partsBefore = [
  'redaction',
  'legal',
  'unit-comment',
  'consent',
] as const satisfies readonly DossierPart[];

export const dossierStates = ['drafting', 'handed-over'] as const;
export type DossierState = (typeof dossierStates)[number];
export const dossierStateLabel: Record<DossierState, string> = {
  drafting: '准备中',
  'handed-over': '已转媒体',
};

export const publicTextStates = ['written', 'signed', 'withdrawn'] as const;
export type PublicTextState = (typeof publicTextStates)[number];
export const publicTextStateLabel: Record<PublicTextState, string> = {
  written: '待签发',
  signed: '已公开',
  withdrawn: '已撤下',
};

/** 要写明日期的环节; a broadcast has its link as well. */
export const datedParts = [
  'schedule',
  'broadcast',
  'after-check',
] as const satisfies readonly DossierPart[];

/** 长效机制的形式. */
export const lastingMeasureKinds = ['rule', 'standard', 'catalogue', 'knowledge', 'joint'] as const;
export type LastingMeasureKind = (typeof lastingMeasureKinds)[number];
export const lastingMeasureKindLabel: Record<LastingMeasureKind, string> = {
  rule: '制度文件',
  standard: '办理标准',
  catalogue: '事项目录调整',
  knowledge: '知识条目',
  joint: '联动机制',
};

/** 复查: so many days after the end of a campaign. */
export const recheckDays = [90, 180] as const;
export type RecheckDays = (typeof recheckDays)[number];

export const recheckOutcomes = ['holds', 'came-back'] as const;
export type RecheckOutcome = (typeof recheckOutcomes)[number];
export const recheckOutcomeLabel: Record<RecheckOutcome, string> = {
  holds: '没有回潮',
  'came-back': '有回潮,重新整治',
};
