export const noticesText = {
  title: '通知发送',
  help: '短信、电话等通知由系统自动发送,发不出去会自动重试。这里是最终没有发出、或不确定是否发出的通知:请重发,或改用别的办法告知后选“不再发送”。',
  listLabel: '未送达的通知',
  empty: '没有未送达的通知。',
  unit: '条',
  to: (number: string, unit: string) =>
    unit === '' ? `发给 ${number}` : `发给 ${number}(${unit})`,
  tries: (count: number) => `已试 ${count} 次`,
  madeAt: (at: string) => `生成于 ${at}`,
  endedAt: (at: string) => `停止于 ${at}`,
  why: (reason: string) => `原因:${reason}`,
  openOrder: '打开工单',
  resend: '重发',
  resent: '已重新发送',
  resendUncertain: '可能已经发出过一次,重发后对方可能收到两遍。',
  resendFailed: '再发一次,仍发不出去会回到这里。',
  drop: '不再发送',
  dropped: '已记录,不再发送',
  dropReason: '怎样告知了对方,或为什么不必再发',
  silent: (channel: string, since: string, reason: string) =>
    `${channel}通道从 ${since} 起没有回应(${reason}),通知正在排队,恢复后自动发出。`,
} as const;

/** What carriers and networks say, in words; anything else stands as it is. */
const reasons: Readonly<Record<string, string>> = {
  timeout: '超时没有回应',
  ECONNREFUSED: '对方没有开放连接',
  ECONNRESET: '连接中断',
  ENOTFOUND: '找不到对方地址',
  'broken-off': '连接中断',
  'left-behind': '发送时本系统中断',
  fault: '程序出错,请联系技术人员',
};

export const reasonWords = (reason: string | null): string =>
  reason === null || reason === '' ? '未说明' : (reasons[reason] ?? reason);
