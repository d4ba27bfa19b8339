export interface ReportAbout {
  month: string;
  scope: string;
  cutoffAt: Date;
  cityVersion: number;
  definitions: string;
  gatheredPeople: number;
}

export const sheetText = {
  heads: [
    '编号',
    '指标',
    '分子',
    '分母',
    '比率',
    '剔除前分子',
    '剔除前分母',
    '剔除',
    '有记录',
    '应有',
    '中位数',
    '九成以内',
  ],
  about: ({
    month,
    scope,
    cutoffAt,
    cityVersion,
    definitions,
    gatheredPeople,
  }: ReportAbout): string[] => [
    `统计月 ${month}`,
    `范围 ${scope}`,
    `数据截至 ${cutoffAt.toISOString()}`,
    `城市数据第 ${cityVersion} 版`,
    `指标定义 ${definitions}`,
    `集中诉求:不同诉求人达到 ${gatheredPeople} 人的事项`,
  ],
  everybody: '全部单位',
  sheetName: '考核',
  aboutName: '说明',
  fileName: (month: string, scope: string) => `考核 ${month} ${scope}`,
} as const;
