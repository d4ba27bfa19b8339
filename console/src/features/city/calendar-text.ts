const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

export const weekdayName = (on: string): string =>
  weekdays[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? '';

export const calendarText = {
  year: '年份',
  before: '上一年',
  after: '下一年',
  yearName: (year: number) => `${year} 年`,
  listLabel: '放假和调休上班的日子',
  none: '这一年还没有放假安排。',
  unsettled: '这一年的放假通知还没有录入,到这一年才到期的时限先按星期推算,工单上注明“暂定”。',
  corrected: '更正',
  off: '放假',
  work: '上班',
  days: (count: number) => `${count} 天`,
  until: ' 至 ',
  basis: '依据',
  waiting: '待核对的更正',
  waitingHelp:
    '由提出人以外的一人对照通知核对。核对无误后,还在走的时限立即重算,推后的短信告知诉求人。',
  proposedBy: '提出人',
  confirm: '核对无误',
  refuse: '不对,退回',
  decided: '已处理',
  propose: '更正一天',
  on: '日期',
  kind: '这一天',
  dayName: '节日或原因',
  dayNameHelp: '例如:台风停工。会写在时限说明和短信里',
  notice: '依据的通知',
  noticeHelp: '写明发文单位和文件名',
  needed: '请填写这一项',
  send: '提交核对',
  sent: '已提交,等另一人核对',
} as const;
