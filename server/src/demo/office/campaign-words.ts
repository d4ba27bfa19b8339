import type { Dimension } from '@minsheng/contract/words/scorecard.ts';
import type { OfficeUnits } from '../people.ts';

interface YearTask {
  readonly dimension: Dimension;
  readonly title: string;
  readonly unit: keyof OfficeUnits;
}

/** 专题文字: invented, but for the names of the themes since 2023, which a city made public. */
export const campaignWords = {
  season: {
    title: '市政道路设施整治(示例)',
    theme: '城市道路',
    matter: '0101',
    why: '路面、井盖、路灯的反映多、重复多,能由几个部门一起解决(示例)。',
    terms: ['路面', '坑洼', '井盖', '路灯', '人行道'],
    problem: (area: string) => `${area}市政道路设施`,
    reason: '逐件看过,属于同一片道路设施(示例)。',
    seat: '中心二楼 3 号席',
    moved: ['现场核查过,正在修复(示例)。', '已修复,回访确认(示例)。'],
    public: {
      title: '市政道路设施整治进展(示例)',
      words: '针对近期反映集中的路面、井盖和路灯问题,热线会同有关部门逐片核查、限期修复(示例)。',
    },
    measures: [
      {
        kind: 'standard',
        title: '井盖缺失两小时处置标准(示例)',
        documentNo: '',
        matters: ['010102'],
        words: '接报两小时内到场围挡,二十四小时内恢复(示例)。',
      },
      {
        kind: 'joint',
        title: '道路设施联合巡查机制(示例)',
        documentNo: '',
        matters: [],
        words: '每月由牵头单位组织一次联合巡查,结果报热线(示例)。',
      },
    ],
  },
  year: {
    title: '12345热线优化提升年(示例)',
    theme: '五个维度全面提升',
    why: '接得好、派得准、办得顺、督得实、有特色,五个维度一起提升(示例)。',
    terms: ['热线', '优化提升'],
    wanted: '按年度方案推进,季末报进展和数据(示例)。',
    tasks: [
      { dimension: 'answer', title: '高峰时段增加坐席(示例)', unit: 'centre' },
      { dimension: 'dispatch', title: '梳理交叉事项的首派单位(示例)', unit: 'housing' },
      { dimension: 'handle', title: '推行当天联系诉求人(示例)', unit: 'county' },
      { dimension: 'supervise', title: '对超期工单逐件督办(示例)', unit: 'environment' },
      { dimension: 'special', title: '推进工单直达一线(示例)', unit: 'township' },
    ] satisfies YearTask[],
  },
  /** Since the first quarter of 2023, one a quarter. */
  themes: [
    '讨薪维权',
    '基础教育',
    '城市治理',
    '医保社保',
    '旅游体验',
    '电动自行车安全隐患排查',
    '减负增效',
    '提质升级',
    '生态保护',
    '城市道路',
    '营商环境',
  ],
  firstYear: 2023,
  source: '演示数据,数字为虚构',
} as const;
