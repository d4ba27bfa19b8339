import { indicatorTable } from '@minsheng/contract';
import { exclusionLabel } from '@minsheng/contract/words/contest.ts';
import { minimumSample } from '@minsheng/contract/words/indicators.ts';

export interface ReportAbout {
  month: string;
  scope: string;
  /** On the city's clock. */
  cutoff: { on: string; time: string };
  cityVersion: number;
  definitions: string;
  gatheredPeople: number;
}

/** 没有数的: said, not left away in silence. */
const unfed = Object.entries(indicatorTable)
  .filter(([, { source }]) => source !== 'orders')
  .map(([id, { name }]) => `${id} ${name}`)
  .join('、');

const codes = Object.entries(exclusionLabel)
  .map(([code, label]) => `${code} ${label}`)
  .join('、');

export const sheetText = {
  heads: [
    '编号',
    '指标',
    '数的是',
    '分子',
    '分母',
    '比率',
    '剔除前分子',
    '剔除前分母',
    '剔除前比率',
    '剔除',
    '有记录',
    '应有',
    '中位数',
    '九成以内',
    '中位数的单位',
    '分子是',
    '分母是',
  ],
  tooFew: '样本太少',
  codes,
  unfed,
  about: ({ month, scope, cutoff, cityVersion, definitions, gatheredPeople }: ReportAbout) => [
    `统计月 ${month}`,
    `范围 ${scope}`,
    `数据截至 ${cutoff.on} ${cutoff.time}`,
    `城市数据第 ${cityVersion} 版`,
    `指标定义 ${definitions}`,
    `不足 ${minimumSample} 件的不算比率,写“样本太少”`,
    `集中诉求:不同诉求人达到 ${gatheredPeople} 人的事项`,
    `剔除代码:${codes}、objective 经核查属客观原因`,
    `没有数据来源、不在表内:${unfed}`,
  ],
  everybody: '全部单位',
  sheetName: '考核',
  aboutName: '说明',
  fileName: (month: string, scope: string) => `考核 ${month} ${scope}`,
} as const;
