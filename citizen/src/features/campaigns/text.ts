export const campaignsText = {
  title: '专题治理进展',
  home: '首页',
  lead: '许多人反映的同一类问题，集中起来一个季度办一件。这里写办到了哪一步。',
  none: '现在没有公开的专题。',
  season: (year: number, quarter: number | null) =>
    quarter === null ? `${year}年` : `${year}年第${quarter}季度`,
  running: '正在治理',
  over: '已经结束',
  counts: (problems: number, rectified: number, open: number) =>
    `清单问题 ${problems} 个，已整改 ${rectified} 个，还有 ${open} 个`,
  rectified: '已整改',
  open: '还在整改',
  since: (day: string) => `${day}起`,
} as const;
