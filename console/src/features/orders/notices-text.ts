export const noticesPanelText = {
  title: '外发通知',
  count: (count: number, isCapped: boolean) => (isCapped ? `最近 ${count} 条` : `共 ${count} 条`),
  to: (unitName: string | null) => (unitName === null ? '发给诉求人' : `发给${unitName}`),
  notBefore: (at: string) => `${at} 以后发出`,
  receiptAt: (at: string) => `回执 ${at}`,
} as const;
