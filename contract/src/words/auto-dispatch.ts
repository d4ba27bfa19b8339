/** 未放行原因: why an order was left to a person. One order may have several. */
export const heldReasons = [
  'off',
  'matter-off',
  'too-few',
  'below-bar',
  'too-few-sure',
  'no-proposal',
  'unsure',
  'disagree',
  'report',
  'secret',
  'minor',
  'lowered',
  'urgent',
  'repeat',
  'no-place',
  'guard',
  'unit-closed',
  'claimed',
  'control',
] as const;
export type HeldReason = (typeof heldReasons)[number];

export const heldReasonLabel: Record<HeldReason, string> = {
  off: '总开关未开启',
  'matter-off': '这个事项已停用',
  'too-few': '已了结的不足 500 件',
  'below-bar': '准确率低于门槛',
  'too-few-sure': '机器有把握的太少',
  'no-proposal': '机器没有拟派单位',
  unsure: '机器把握不够',
  disagree: '目录与历史办件不一致',
  report: '举报或线索',
  secret: '保密、匿名或专人专办',
  minor: '涉及未成年人',
  lowered: '紧急程度被调低过',
  urgent: '特急或紧急',
  repeat: '重复诉求,或同一事项派往不同单位',
  'no-place': '地点没有写到县区以下',
  guard: '基层减负:不得派给乡镇村',
  'unit-closed': '拟派单位不接收工单',
  claimed: '有人正在处理',
  control: '抽样交人工对照',
};

/** 拟派依据: where a machine's proposal comes from. */
export const proposalSources = ['catalogue', 'model'] as const;
export type ProposalSource = (typeof proposalSources)[number];
export const proposalSourceLabel: Record<ProposalSource, string> = {
  catalogue: '派单目录',
  model: '历史办件',
};

/** What a change of automatic dispatch changed. */
export const autoChanges = ['switch', 'bar', 'matter'] as const;
export type AutoChange = (typeof autoChanges)[number];
export const autoChangeLabel: Record<AutoChange, string> = {
  switch: '总开关',
  bar: '门槛',
  matter: '事项设置',
};

/** Which orders a number of the page opens. */
export const autoNumbers = [
  'proposed',
  'sure',
  'sure-right',
  'sure-wrong',
  'sent',
  'sent-right',
  'sent-wrong',
  'held',
] as const;
export type AutoNumber = (typeof autoNumbers)[number];
export const autoNumberLabel: Record<AutoNumber, string> = {
  proposed: '待派单时记录了拟派的',
  sure: '机器有把握的',
  'sure-right': '有把握并且派准的',
  'sure-wrong': '有把握却派错的',
  sent: '自动派出的',
  'sent-right': '自动派出并且派准的',
  'sent-wrong': '自动派出却派错的',
  held: '交给人工的',
};
