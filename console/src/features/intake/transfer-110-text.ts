export const transfer110Text = {
  listRow: '互转清单(12345转110)',
  listRowHint: '按来电人的话列出,可输入文字检索',
  noListRow: '清单里没有相符的一行',
  listRowLine: (code: string, category: string, item: string, isInvented: boolean) =>
    `${code} ${category}:${item}${isInvented ? '(演示数据)' : ''}`,
  byThreeWay: '经三方通话商定',
  firstReceiver: '职责仍不清楚,按首接负责办理',
} as const;
