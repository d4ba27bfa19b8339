export const mediaText = {
  title: '民生报道与问答',
  home: '首页',
  back: '返回列表',
  lead: '网友和观众反映的事，办得怎么样。每篇都经三个人审过，不写个人信息；写错了会更正，撤回了会说明。',
  none: '还没有发布。',
  more: '再看一些',
  days: '领导接听日',
  day: (when: string, leader: string, unit: string) => `${when} ${leader}（${unit}）接听 12345`,
  withdrawn: (day: string, reason: string) => `本文已撤回（${day}）：${reason}`,
  gone: (no: number) => `第${no}号已撤回`,
  corrected: (day: string, reason: string) => `更正（${day}）：${reason}`,
  isCorrected: '有更正',
  clip: '看短片',
  results: (orders: number, solved: number) =>
    `这里说的事有 ${orders} 件诉求，已解决 ${solved} 件。`,
  feeds: '订阅',
} as const;
