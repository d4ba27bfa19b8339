/** Words of the sheet. */
export const text = {
  fileName: '档案销毁清册.xlsx',
  sheetName: '清册',
  columns: [
    { heading: '工单编号', width: 24 },
    { heading: '诉求类型', width: 10 },
    { heading: '事项', width: 30 },
    { heading: '结案日期', width: 12 },
    { heading: '结果', width: 16 },
  ],
  rows: (count: number) => `${count} 件`,
  aboutName: '清册说明',
  about: {
    name: (name: string, month: string) => `类别:${name},${month} 的工单`,
    rule: (years: number, basis: string) => `保管期限:${years} 年。${basis}`,
    span: (from: string, to: string) => `结案起止:${from} 至 ${to}`,
    counts: (orders: number, held: number) => `列入 ${orders} 件,因冻结未列入 ${held} 件`,
    state: (state: string) => `状态:${state}`,
    digest: (digest: string) => `清册校验码:${digest}`,
  },
} as const;
