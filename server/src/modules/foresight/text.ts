/** What foresight writes into other records. */
export const text = {
  modeName: (warning: string) => `${warning}预警应急联动`,
  modeReason: (warning: string, source: string, reason: string) =>
    `据${source}${warning}预警启用。${reason}`,
  columns: {
    about: '类别',
    level: '级别',
    areas: '区域',
    from: '开始时间',
    until: '结束时间',
    source: '来源',
    words: '内容',
  },
} as const;
