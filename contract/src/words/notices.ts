/** 通知渠道. */
export const noticeChannels = ['sms', 'call', 'mail', 'robot'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];
export const noticeChannelLabel: Record<NoticeChannel, string> = {
  sms: '短信',
  call: '电话',
  mail: '邮件',
  robot: '群机器人',
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
};
