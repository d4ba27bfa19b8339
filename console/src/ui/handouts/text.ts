export const handoutText = {
  title: '答复链接',
  inCall: '本次通话已发',
  send: '发给来电人',
  sendHelp: '请先征得来电人同意。短信里有一个链接,打开看到这条答复和办事表单;是否打开会记在这里。',
  sent: '已发出,短信正在发送',
  entry: '答复',
  entryHelp: '只列出可以对外、没有过期的条目。',
  needed: '请选择一条答复',
  by: (who: string, at: string) => `${who} ${at} 发出`,
  unopened: '还没有打开',
  over: '链接已失效,没有打开过',
  opened: (at: string, times: number) =>
    times === 1 ? `${at} 打开` : `${at} 首次打开,共 ${times} 次`,
  capped: (count: number) => `只显示最近 ${count} 条`,
  forms: (titles: readonly string[]) => `附表单:${titles.join('、')}`,
  staffOnly: '只供内部,不能对外',
} as const;
