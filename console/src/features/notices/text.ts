export const noticesText = {
  title: '通知发送',
  tabs: '通知发送的列表',
  tab: { troubled: '未送达', held: '推迟发送', tally: '收发统计', rules: '规则与模板' },
  troubledHelp:
    '短信、电话等通知由系统自动发送,发不出去会自动重试。这里是最终没有发出、或不确定是否发出的通知:请重发,或改用别的办法告知后选“不再发送”。',
  listLabel: '未送达的通知',
  empty: '没有未送达的通知。',
  unit: '条',
  to: (number: string, unit: string) => {
    if (number === '') return `发给${unit}`;
    return unit === '' ? `发给 ${number}` : `发给 ${number}(${unit})`;
  },
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
  heldHelp:
    '免打扰时段内、或发给同一号码的条数已满的通知,推迟到下面的时间发出;同一单位值班号码被推迟的,到时合并成一条。紧急通知不推迟。',
  heldLabel: '推迟发送的通知',
  heldEmpty: '没有推迟发送的通知。',
  notBefore: (at: string) => `${at} 以后发出`,
  tallyHelp: (days: number) =>
    `最近 ${days} 天每天各渠道的条数。已发出:通道收下的;已送达:通道回执说到了对方的(没有回执的通道不计);站内消息按人计。`,
  tallyEmpty: '还没有发送过通知。',
  tallyHeads: ['日期', '渠道', '已发出', '已送达', '未送达', '不确定'],
  rulesHelp:
    '每条通知发给谁、走哪些渠道、怎样措辞,写在城市数据的 notice-rules.tsv、notice-hours.tsv 和 messages.json 里。下面的号码、时间等都是示例。特急、紧急工单的通知不受免打扰和条数限制。',
  rulesTitle: '通知规则',
  hoursTitle: '免打扰和条数上限',
  column: {
    words: '内容示例',
    audience: '发给',
    urgency: '缓急',
    ways: '渠道',
    readers: '站内消息读者',
    channel: '渠道',
    quiet: '免打扰',
    perHour: '每小时最多',
    perDay: '每天最多',
  },
  none: '不限',
  messages: (count: number) => `${count} 条`,
  span: (from: string, to: string) => (from < to ? `${from} 至 ${to}` : `${from} 至次日 ${to}`),
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

export const inboxText = {
  title: '我的消息',
  help: '派单、催办、督办、公文、任务、会议等提醒。点开内容去办理,看过的会标为已读。',
  listLabel: '我的消息',
  tabs: '消息的列表',
  tab: { unread: '未读', all: '全部' },
  empty: { unread: '没有未读消息。', all: '还没有消息。' },
  unit: '条',
  urgent: '紧急',
  fresh: '未读',
  destroyed: '内容已按保管期限销毁。',
  read: '标为已读',
  readAll: '全部标为已读',
  allRead: '已全部标为已读',
  about: {
    order: '打开工单',
    letter: '打开公文',
    task: '打开任务',
    meeting: '打开会议',
    visit: '打开核查',
  },
} as const;
