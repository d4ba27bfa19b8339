/** 工单状态: where an order stands. Chinese labels are what staff read. */
export const orderStatuses = [
  'to-accept',
  'in-transfer',
  'to-dispatch',
  'in-progress',
  'in-dispute',
  'need-info',
  'suspended',
  'parked',
  'merged',
  'reply-review',
  'call-back',
  'closed',
  'archived',
  'answered',
  'disposed',
  'transferred',
  'withdrawn',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const orderStatusLabel: Record<OrderStatus, string> = {
  'to-accept': '待受理',
  'in-transfer': '转接待反馈',
  'to-dispatch': '待派单',
  'in-progress': '办理中',
  'in-dispute': '退单裁定中',
  'need-info': '待补充',
  suspended: '挂起',
  parked: '挂账',
  merged: '一并办理',
  'reply-review': '待审核',
  'call-back': '待回访',
  closed: '已结案',
  archived: '已归档',
  answered: '直接答复',
  disposed: '分类告知',
  transferred: '已转接',
  withdrawn: '已撤回',
};

/** 诉求类型: the six types of domain 4.1 and the question that tells them apart. */
export const appealTypes = ['ZX', 'QZ', 'TS', 'JB', 'JY', 'BY'] as const;
export type AppealType = (typeof appealTypes)[number];
export const appealTypeLabel: Record<AppealType, string> = {
  ZX: '咨询',
  QZ: '求助',
  TS: '投诉',
  JB: '举报',
  JY: '建议',
  BY: '表扬',
};

/** 紧急程度: U1 immediate danger … U4 low. */
export const urgencies = ['U1', 'U2', 'U3', 'U4'] as const;
export type Urgency = (typeof urgencies)[number];
export const urgencyLabel: Record<Urgency, string> = {
  U1: '特急',
  U2: '紧急',
  U3: '一般',
  U4: '平缓',
};
/** 特急 or 紧急: danger, or what cannot wait for office hours. */
export const isUrgent = (urgency: Urgency): boolean => urgency === 'U1' || urgency === 'U2';

export function isMoreUrgent(one: Urgency, other: Urgency): boolean {
  return urgencies.indexOf(one) < urgencies.indexOf(other);
}

/** 保密级别: domain 2.11. */
export const secrecyLevels = [0, 1, 2, 3] as const;
export type SecrecyLevel = (typeof secrecyLevels)[number];
export const secrecyLabel: Record<SecrecyLevel, string> = {
  0: '公开',
  1: '信息保密',
  2: '匿名',
  3: '专人专办',
};

/** 诉求来源渠道. */
export const channels = [
  'phone',
  'web',
  'api',
  'import',
  '110',
  'visit',
  'letter',
  'media',
  'grid',
  'proactive',
] as const;
export type Channel = (typeof channels)[number];
export const channelLabel: Record<Channel, string> = {
  phone: '电话',
  web: '网页',
  api: '接口',
  import: '文件导入',
  '110': '110转入',
  visit: '走访',
  letter: '来信',
  media: '媒体',
  grid: '网格',
  proactive: '主动工单',
};

/** 未诉先办: an order of our own. Nobody asked, so nobody is told, called back or asked for a rating. */
export const isProactive = ({ channel }: { readonly channel: Channel }): boolean =>
  channel === 'proactive';

/** How an appeal comes that an agent writes down without a call. */
export const writtenChannels = [
  'visit',
  'letter',
  'media',
  'grid',
] as const satisfies readonly Channel[];

/** 受理方式: what the agent decided. */
/** 重复诉求的处理 (domain 2.10). */
export const repeatMeanings = ['urge', 'review'] as const;
export type RepeatMeaning = (typeof repeatMeanings)[number];
export const repeatMeaningLabel: Record<RepeatMeaning, string> = {
  urge: '上一件还没办结,关联即催办',
  review: '上一件办结不到 90 天,要复核上次办理',
};

export const intakeResults = ['dispatch', 'answer', 'dispose', 'transfer'] as const;
export type IntakeResult = (typeof intakeResults)[number];
export const intakeResultLabel: Record<IntakeResult, string> = {
  dispatch: '转派单',
  answer: '直接答复',
  dispose: '分类告知',
  transfer: '即时转接',
};

/** 诉求人类型. */
export const requesterKinds = ['person', 'company', 'organisation'] as const;
export type RequesterKind = (typeof requesterKinds)[number];
export const requesterKindLabel: Record<RequesterKind, string> = {
  person: '个人',
  company: '企业',
  organisation: '组织',
};
