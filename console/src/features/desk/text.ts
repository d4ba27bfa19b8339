export const twinsText = {
  title: '模拟外发',
  help: '演示环境不真正发短信、打电话,所有外发内容都记录在这里。号码已隐去部分数字。',
  listLabel: '外发记录',
  empty: '还没有外发过短信或电话。',
  channel: { sms: '模拟短信', call: '模拟电话' },
  to: (number: string, unit: string) =>
    unit === '' ? `发给 ${number}` : `发给 ${number}(${unit})`,
  state: {
    sent: '已发出',
    waiting: '等待发送',
    failed: '发送失败',
    queued: '等待发送',
    held: '免打扰时段后发出',
  },
} as const;
