import { type IndicatorId, type IndicatorWords, minimumSample } from '../words/indicators.ts';

const calls = {
  counts: 'calls',
  basis: 'called',
  owner: 'centre',
  direction: 'higher',
  measuredIn: 'share',
  source: 'calls',
  leftOut: [],
  minimumSample,
  figures: {},
} as const;

/** 接得好, domain 3.1. */
export const callIndicators = {
  K1: {
    ...calls,
    name: '接通率',
    leftOut: ['X8'],
    rule: '指标口径3.1;一市标准≥95%',
    note: '人工接听的来电,占要求人工的来电。剔除突发、故障和超负荷时段的与不剔除的并列;5秒内挂断的另列。',
  },
  K2: {
    ...calls,
    name: '15秒接通率',
    rule: '指标口径3.1',
    note: '进入排队后15秒内接听的,占全部来电;另列20秒、30秒和占接听量的比率。',
  },
  K3: {
    ...calls,
    name: '24小时滚动接通率',
    rule: 'GB/T 33358:连续24小时内≥95%',
    note: '任一时刻往前24小时的接通率。',
  },
  K4: {
    ...calls,
    name: '平均等待、通话、后处理',
    direction: 'lower',
    measuredIn: 'minutes',
    rule: '指标口径3.1',
    note: '平均值和95%的来电不超过的值。',
  },
  K5: {
    ...calls,
    name: '放弃率',
    direction: 'lower',
    rule: '指标口径3.1',
    note: '排队中自己挂断的,占全部来电。',
  },
  K6: {
    ...calls,
    name: '漏接回拨率',
    rule: '国办函〔2025〕66号(四)',
    note: '时限内回拨的,占留有号码的漏接来电。',
  },
  K7: {
    ...calls,
    name: '网络渠道响应率',
    counts: 'orders',
    basis: 'accepted',
    rule: '指标口径3.1',
    note: '在线与短信3分钟内首次回应、表单2小时内受理的,占全部网络诉求。',
  },
  K8: {
    ...calls,
    name: '直接答复率',
    counts: 'orders',
    basis: 'accepted',
    source: 'orders',
    rule: '指标口径3.1',
    note: '受理时当场答复的,占受理的有效诉求。7天内同一人就同一事再来的,前一件移出分子;移出前的值并列。',
    figures: {
      K8: {
        name: '直接答复率',
        numerator: '受理时当场答复、7天内没有再来的工单',
        denominator: '受理的工单,恶意、骚扰、无声的除外',
      },
    },
  },
  K9: {
    ...calls,
    name: '首呼解决率',
    counts: 'orders',
    basis: 'accepted',
    source: 'orders',
    rule: '指标口径3.1',
    note: '当场答复且7天内没有再来的,占受理的有效诉求。',
    figures: {
      K9: {
        name: '首呼解决率',
        numerator: '当场答复且7天内没有再来的工单',
        denominator: '受理的工单,恶意、骚扰、无声的除外',
      },
    },
  },
  K10: {
    ...calls,
    name: '话务满意率',
    rule: '指标口径3.1:一次一评',
    note: '评价满意的通话,占有评价的通话;参评比例并列。',
  },
  K11: {
    ...calls,
    name: '服务差错率',
    direction: 'lower',
    source: 'inspections',
    rule: '指标口径3.1',
    note: '经人确认的差错,占质检件数。',
  },
} as const satisfies Partial<Record<IndicatorId, IndicatorWords>>;
