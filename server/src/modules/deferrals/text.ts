/** Who decides, as a refusal says it. */
export const deciderName = { director: '中心主任', centre: '中心(班长或审核员)' } as const;

/** 时长单位 an extension counts in. */
export const spanUnit = {
  'working-days': '个工作日',
  'working-minutes': '个工作小时',
  'natural-minutes': '小时',
} as const;

/** 导出的台账. */
export const ledgerSheet = {
  /** By state. */
  name: { open: '挂账台账', cleared: '已销账台账', ended: '另行处理的挂账' },
  aboutName: '导出说明',
  rows: (count: number) => `共 ${count} 件`,
  done: (done: number, all: number) => `${done}/${all}`,
  yes: '是',
  columns: [
    { heading: '工单编号', width: 24 },
    { heading: '标题', width: 40 },
    { heading: '承办单位', width: 26 },
    { heading: '挂账原因', width: 18 },
    { heading: '状态', width: 10 },
    { heading: '公开说明', width: 60 },
    { heading: '已完成节点', width: 12 },
    { heading: '挂账日期', width: 12 },
    { heading: '下次复核', width: 12 },
    { heading: '复核逾期', width: 10 },
    { heading: '销账日期', width: 12 },
  ],
} as const;
