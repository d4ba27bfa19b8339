export const supervisionPageText = {
  title: '督办',
  tabs: '督办列表',
  tab: { proposed: '待决定', open: '督办中', answered: '已反馈', closed: '已销号' },
  listLabel: '督办列表',
  unit: '条',
  empty: {
    proposed: '没有等待决定的督办建议。',
    open: '没有正在进行的督办。',
    answered: '没有等待销号的督办。',
    closed: '还没有销号的督办。',
  },
  everyLevel: '全部级别',
  level: '级别',
  hint: (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · '),
  late: '逾期未反馈',
  dueAt: (at: string) => `${at} 前反馈`,
  exportHelp: '导出这一列表,不含要求保密的工单;用途会留档。',
} as const;
