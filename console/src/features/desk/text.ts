export const twinsText = {
  title: '模拟外发',
  help: '这是模拟的短信和电话:不真正发短信、打电话,所有外发内容都记录在这里,号码已隐去部分数字。发给诉求人的短信可以代为回复,用来试短信评价。',
  listLabel: '外发记录',
  empty: '还没有外发过短信或电话。',
  channel: { sms: '模拟短信', call: '模拟电话', mail: '模拟邮件', robot: '模拟群机器人' },
  to: (number: string, unit: string) =>
    unit === '' ? `发给 ${number}` : `发给 ${number}(${unit})`,
  answer: '模拟回复',
  answerTitle: (number: string) => `以 ${number} 的名义回复`,
  answerHelp:
    '这里代替诉求人的手机回一条短信,不是真实的短信。评价是三个数字:解决没有、办理过程、办理结果。',
  answerText: '短信内容',
  answerNeeded: '请填写短信内容',
  heard: (outcome: string) => `短信已收到:${outcome}`,
} as const;
