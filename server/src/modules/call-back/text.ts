/** 回访话术: one question a line, asked apart (domain 2.9). */
export const script = (unit: string): string[] => [
  '您好,这里是 12345 热线。您反映的问题已有办理结果,想听听您的意见,只需一分钟,可以吗?',
  `${unit || '承办单位'}的工作人员联系过您吗?`,
  '您反映的问题解决了吗?',
  '您对办理的过程和态度满意吗?',
  '您对办理的结果满意吗?',
  '如果没有解决或不满意,能告诉我们原因吗?',
  '感谢您的反馈,再见。',
];

/** 导出的剔除清单. */
export const exclusionSheet = {
  fileName: '剔除清单.xlsx',
  name: '剔除清单',
  aboutName: '导出说明',
  rows: (month: string, count: number) => `${month} 共 ${count} 件`,
  columns: [
    { heading: '工单编号', width: 24 },
    { heading: '标题', width: 40 },
    { heading: '承办单位', width: 26 },
    { heading: '剔除理由', width: 30 },
    { heading: '复核层级', width: 12 },
    { heading: '认定日期', width: 12 },
  ],
} as const;
