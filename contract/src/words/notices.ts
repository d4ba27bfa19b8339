/** 通知渠道. */
export const noticeChannels = ['sms', 'call', 'mail', 'robot'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];
export const noticeChannelLabel: Record<NoticeChannel, string> = {
  sms: '短信',
  call: '电话',
  mail: '邮件',
  robot: '群机器人',
};

/** 发送途径: the channels, and messages on screen, which nobody carries. */
export const noticeWays = [...noticeChannels, 'inbox'] as const;
export type NoticeWay = (typeof noticeWays)[number];
export const noticeWayLabel: Record<NoticeWay, string> = {
  ...noticeChannelLabel,
  inbox: '站内消息',
};

export const noticeAudiences = ['requester', 'unit'] as const;
export type NoticeAudience = (typeof noticeAudiences)[number];
export const noticeAudienceLabel: Record<NoticeAudience, string> = {
  requester: '诉求人',
  unit: '单位',
};

/** 缓急; `urgent`: of an emergency, or an answer to whoever has just written; never held. */
export const noticeUrgencies = ['urgent', 'ordinary', 'calm'] as const;
export type NoticeUrgency = (typeof noticeUrgencies)[number];
export const noticeUrgencyLabel: Record<NoticeUrgency, string> = {
  urgent: '紧急',
  ordinary: '一般',
  calm: '可缓',
};

/** 通知状态; `uncertain`: a carrier was asked, and nobody knows what it did. */
export const noticeStates = [
  'waiting',
  'sending',
  'sent',
  'delivered',
  'failed',
  'uncertain',
  'dropped',
  'merged',
] as const;
export type NoticeState = (typeof noticeStates)[number];
export const noticeStateLabel: Record<NoticeState, string> = {
  waiting: '等待发送',
  sending: '正在发送',
  sent: '已发出',
  delivered: '已送达',
  failed: '未送达',
  uncertain: '不确定是否发出',
  dropped: '不再发送',
  merged: '已并入另一条',
};

/** 推迟原因. */
export const noticeHolds = ['quiet', 'limit'] as const;
export type NoticeHold = (typeof noticeHolds)[number];
export const noticeHoldLabel: Record<NoticeHold, string> = {
  quiet: '免打扰时段',
  limit: '已达条数上限',
};

/** 计数的结果. */
export const noticeOutcomes = ['sent', 'delivered', 'failed', 'uncertain'] as const;
export type NoticeOutcome = (typeof noticeOutcomes)[number];
