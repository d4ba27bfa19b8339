export const answerText = {
  title: '您咨询的答复',
  home: '首页',
  changed: '这条答复在短信发出后有更新，下面是最新的内容。',
  expired: (day: string) =>
    `这条答复的有效期到 ${day} 为止，内容可能已经变化，不再显示。请拨打 12345 询问最新规定。`,
  withdrawn: '这条答复已停止对外提供。请拨打 12345 询问最新规定。',
  owner: (name: string, basis: string) => `责任单位：${name}。依据：${basis}`,
  until: (day: string) => `有效期至 ${day}`,
  example: '示例内容，不是正式规定。',
  forms: '办事表单',
  bring: (things: readonly string[]) => `办理时请带上：${things.join('、')}`,
  save: (title: string) => `下载《${title}》`,
  links: '预约和在线办理',
  privacy: '本页面不需要您填写任何个人信息。',
} as const;
