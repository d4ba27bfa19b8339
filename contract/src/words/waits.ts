/** 待办时限: what waits for somebody until an instant. */
export const waitKinds = [
  'need-info',
  'stage-report',
  'suspension',
  'ruling',
  'guidance-check',
  'conduct-decision',
  'conduct-review',
  'false-hearing',
  'false-ruling',
  'contest-ruling',
  'minutes-signature',
  'supervision-proposal',
  'supervision-answer',
  'supervision-unmoved',
  'visit',
] as const;
export type WaitKind = (typeof waitKinds)[number];

export const waitKindLabel: Record<WaitKind, string> = {
  'need-info': '等待诉求人补充',
  'stage-report': '阶段报告',
  suspension: '挂起',
  ruling: '退单裁定',
  'guidance-check': '告知复核',
  'conduct-decision': '扰乱行为措施审批',
  'conduct-review': '扰乱行为措施复核',
  'false-hearing': '虚假办结单位说明',
  'false-ruling': '虚假办结认定',
  'contest-ruling': '评价申诉复核',
  'minutes-signature': '会议纪要签发',
  'supervision-proposal': '督办建议处理',
  'supervision-answer': '督办反馈',
  'supervision-unmoved': '督办后仍未办结',
  visit: '现场核查',
};
