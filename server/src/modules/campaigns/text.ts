/** Words the machine writes into a campaign's rows. */
export const campaignText = {
  gathered: '系统归拢',
  gatheredAnew: '重新归拢,未核对的不再保留',
  restOf: (area: string, term: string) => `${area} ${term}(零散)`,
  consultation: (title: string) => `${title} 会商`.slice(0, 80),
  agendaItem: ({ no, name, appeals }: { no: number; name: string; appeals: number }) =>
    `${no}号 ${name}(${appeals}件)`.slice(0, 80),
  handedOver: '材料已转媒体问效',
  found: (outcome: string, visitId: string) => `现场核查结论:${outcome}(核查 ${visitId.slice(-6)})`,
} as const;

interface Span {
  readonly from: string;
  readonly to: string;
}
interface Compared {
  readonly before: Span;
  readonly during: Span;
  readonly cityVersion: number;
  readonly definitions: string;
}

/** Words of the sheet of a year's comparison. */
export const yearsText = {
  fileName: '前后对比.xlsx',
  sheetName: '五个维度前后对比',
  aboutName: '导出说明',
  columns: [
    { heading: '维度', width: 10 },
    { heading: '指标', width: 30 },
    { heading: '计量', width: 8 },
    { heading: '去年同期分子', width: 14 },
    { heading: '去年同期分母', width: 14 },
    { heading: '去年同期', width: 14 },
    { heading: '今年分子', width: 12 },
    { heading: '今年分母', width: 12 },
    { heading: '今年', width: 14 },
    { heading: '变化', width: 8 },
  ],
  rows: (count: number) => `共 ${count} 行`,
  about: ({ before, during, cityVersion, definitions }: Compared) => [
    `去年同期 ${before.from} 至 ${before.to}`,
    `今年 ${during.from} 至 ${during.to}`,
    `城市数据第 ${cityVersion} 版,指标定义 ${definitions}`,
    '样本不足的不算率,也不说好坏。',
  ],
  change: { better: '变好', worse: '变差' },
  none: '无数据',
  tooFew: '样本不足',
  percent: (share: number) => `${(share * 100).toFixed(2)}%`,
  pieces: (many: number) => `${many} 件`,
  median: (value: number, unit: string) => `中位数 ${value} ${unit}`,
  tasks: '年度任务(完成/交办)',
  items: '项',
  late: (late: number) => `逾期 ${late} 项`,
} as const;
