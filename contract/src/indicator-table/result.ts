import { type IndicatorId, type IndicatorWords, minimumSample } from '../words/indicators.ts';

const contested = ['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X8', 'X9'] as const;

const result = {
  counts: 'orders',
  basis: 'replied',
  owner: 'unit',
  direction: 'higher',
  measuredIn: 'share',
  source: 'orders',
  leftOut: [],
  minimumSample,
} as const;

/** 结果, domain 3.4. */
export const resultIndicators = {
  K40: {
    ...result,
    name: '回访率、回访成功率',
    owner: 'centre',
    rule: '指标口径3.4',
    note: '试着回访过的,占应回访的;接通或自己评价了的,占试过的。每次答复各算一次。',
    figures: {
      'K40-attempted': { name: '回访率', numerator: '回访过的答复', denominator: '应回访的答复' },
      'K40-reached': { name: '回访成功率', numerator: '有回音的答复', denominator: '回访过的答复' },
    },
  },
  K41: {
    ...result,
    name: '解决率',
    leftOut: [...contested, 'X10', 'X11'],
    rule: '指标口径3.4',
    note: '看最后一次答复。有效口径只算答了“是否解决”的;全量口径占全部应回访的,没接通的算没解决,挂账的也算没解决。客观未解决单列;单位自己说解决了多少是另一个数。',
    figures: {
      K41a: {
        name: '解决率(有效)',
        numerator: '诉求人说已解决的工单',
        denominator: '诉求人答了是否解决的工单',
      },
      K41b: {
        name: '解决率(全量)',
        numerator: '诉求人说已解决的工单',
        denominator: '应回访的工单和挂账的工单',
      },
      'K41-objective': {
        name: '客观未解决',
        numerator: '经核查因客观原因未解决的工单',
        denominator: '诉求人答了是否解决的工单',
      },
      'K41-partly': {
        name: '部分解决',
        numerator: '诉求人说部分解决的工单',
        denominator: '诉求人答了是否解决的工单',
      },
      'K41-claim': {
        name: '单位认定解决率',
        numerator: '单位自己认为已解决的工单',
        denominator: '单位表明是否解决的工单',
      },
    },
  },
  K42: {
    ...result,
    name: '满意率',
    leftOut: [...contested, 'objective'],
    rule: '指标口径3.4',
    note: '三种口径和参评率总在一起。没评价、没接通从不算满意。经核查属客观原因的,评价不变,只是不计入。对过程的评价另列。',
    figures: {
      'K42-wide': {
        name: '满意率(宽口径)',
        numerator: '非常满意、满意、基本满意',
        denominator: '有效评价',
      },
      'K42-strict': {
        name: '满意率(严口径)',
        numerator: '非常满意、满意',
        denominator: '有效评价',
      },
      'K42-all': {
        name: '满意率(全量口径)',
        numerator: '非常满意、满意',
        denominator: '应评价的工单',
      },
      'K42-rated': { name: '参评率', numerator: '有效评价', denominator: '应评价的工单' },
      'K42-process': {
        name: '过程满意率(宽口径)',
        numerator: '对办理过程非常满意、满意、基本满意',
        denominator: '对办理过程的有效评价',
      },
      'K42-process-strict': {
        name: '过程满意率(严口径)',
        numerator: '对办理过程非常满意、满意',
        denominator: '对办理过程的有效评价',
      },
      'K42-process-all': {
        name: '过程满意率(全量口径)',
        numerator: '对办理过程非常满意、满意',
        denominator: '应评价的工单',
      },
    },
  },
  K43: {
    ...result,
    name: '重复诉求率',
    basis: 'accepted',
    owner: 'centre',
    direction: 'lower',
    rule: '指标口径3.4',
    note: '同一人就同一事90天内再来的,占受理的工单。',
    figures: {
      K43: { name: '重复诉求率', numerator: '重复诉求工单', denominator: '受理的工单' },
    },
  },
  K44: {
    ...result,
    name: '集中诉求',
    counts: 'issues',
    basis: 'accepted',
    owner: 'centre',
    direction: 'none',
    measuredIn: 'count',
    rule: '指标口径3.4',
    note: '期末前7天、30天内不同诉求人达到规定人数的事项;重复诉求不另计人数。几人算集中由本市定。',
    figures: {
      K44: {
        name: '集中诉求(7天)',
        numerator: '7天内达到规定人数的事项',
        denominator: '7天内有诉求的事项',
      },
      'K44-month': {
        name: '集中诉求(30天)',
        numerator: '30天内达到规定人数的事项',
        denominator: '30天内有诉求的事项',
      },
    },
  },
  K45: {
    ...result,
    name: '回潮率',
    counts: 'issues',
    basis: 'closed',
    direction: 'lower',
    rule: '指标口径3.4',
    note: '以“已解决”结案的事项中,180天内又有诉求的。结案不满180天的,这个数以后还可能上升。',
    figures: {
      K45: {
        name: '回潮率',
        numerator: '180天内又有诉求的事项',
        denominator: '以已解决结案的事项',
      },
    },
  },
  K46: {
    ...result,
    name: '零投诉达成',
    counts: 'nodes',
    source: 'key-dates',
    owner: 'centre',
    rule: '指标口径3.4',
    note: '节点关注对象中,窗口期内没有相关工单的;按窗口期结束的日子算,以最后一次零投诉查询为准,查了多少见重要节点页。',
    figures: {},
  },
} as const satisfies Partial<Record<IndicatorId, IndicatorWords>>;
