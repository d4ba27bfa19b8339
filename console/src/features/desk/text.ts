export const twinsText = {
  title: '模拟外发',
  help: '这是模拟的短信、电话、邮件和群机器人:什么也没有真正发出,所有外发内容都记录在这里,号码已隐去部分数字。发给诉求人的短信可以代为回复,用来试短信评价。站内消息在“我的消息”里看得到。',
  helpReal: (channels: readonly string[]) =>
    `${channels.join('、')}已接真实通道,会真正发出,这里只列事由,查询码、链接等不显示;其余渠道是模拟的,没有真正发出。号码已隐去部分数字。`,
  ways: '渠道',
  all: '全部外发',
  unit: '条',
  pretend: (channel: string) => `模拟${channel}`,
  listLabel: '外发记录',
  empty: '还没有外发过。',
  to: (number: string, unit: string) => {
    if (number === '') return `发给${unit}`;
    return unit === '' ? `发给 ${number}` : `发给 ${number}(${unit})`;
  },
  answer: '模拟回复',
  answerTitle: (number: string) => `以 ${number} 的名义回复`,
  answerHelp:
    '这里代替诉求人的手机回一条短信,不是真实的短信。评价是三个数字:解决没有、办理过程、办理结果。',
  answerText: '短信内容',
  answerNeeded: '请填写短信内容',
  heard: (outcome: string) => `短信已收到:${outcome}`,
} as const;
