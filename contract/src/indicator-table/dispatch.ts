import { type IndicatorId, type IndicatorWords, minimumSample } from '../words/indicators.ts';

const dispatch = {
  counts: 'orders',
  basis: 'accepted',
  owner: 'centre',
  direction: 'higher',
  measuredIn: 'share',
  source: 'orders',
  leftOut: [],
  minimumSample,
} as const;

/** 派得准, domain 3.2. */
export const dispatchIndicators = {
  K20: {
    ...dispatch,
    name: '按时转出率',
    leftOut: ['X12'],
    rule: '指标口径3.2;派单时限:特急5分钟、紧急15分钟、其余30分钟',
    note: '在派单时限内第一次派出的,占应派的。还没到时限的不算。',
    figures: {
      K20: { name: '按时转出率', numerator: '时限内派出的工单', denominator: '应派出的工单' },
    },
  },
  K21: {
    ...dispatch,
    name: '首派准确率',
    rule: '指标口径3.2',
    note: '第一个主办单位没有因职责、属地、层级不符而更换的,占已派工单。退单被驳回的算准;因信息不足退单的记在填写合格率。',
    figures: {
      K21: {
        name: '首派准确率',
        numerator: '首派主办单位未因职责、属地、层级更换的工单',
        denominator: '已派出的工单',
      },
    },
  },
  K22: {
    ...dispatch,
    name: '工单填写合格率',
    rule: '指标口径3.2',
    note: '没有因信息不足被退回或要求补充的,占已派工单。以信息不足为由的退单被驳回的,算合格。',
    figures: {
      K22: {
        name: '工单填写合格率',
        numerator: '没有因信息不足退回或补充的工单',
        denominator: '已派出的工单',
      },
    },
  },
  K23: {
    ...dispatch,
    name: '退单率',
    counts: 'duties',
    basis: 'sent',
    owner: 'unit',
    direction: 'none',
    rule: '指标口径3.2',
    note: '有退单申请的任务,占派给单位的任务。成立的是派单的问题,只有驳回的才算单位的。',
    figures: {
      K23: {
        name: '退单率',
        numerator: '有退单申请的任务',
        denominator: '派出的任务,抄送除外',
      },
      'K23-upheld': {
        name: '合理退单率',
        numerator: '退单成立的任务',
        denominator: '派出的任务,抄送除外',
      },
      'K23-rejected': {
        name: '不合理退单率',
        numerator: '退单被驳回的任务',
        denominator: '派出的任务,抄送除外',
      },
    },
  },
  K24: {
    ...dispatch,
    name: '平均流转次数',
    direction: 'lower',
    measuredIn: 'times',
    rule: '指标口径3.2',
    note: '每件工单更换主办单位的次数;看分布,不只看平均。',
    figures: {
      K24: { name: '流转次数', numerator: '换过主办单位的工单', denominator: '已派出的工单' },
    },
  },
  K25: {
    ...dispatch,
    name: '争议裁定时长',
    counts: 'returns',
    basis: 'ruled',
    direction: 'lower',
    measuredIn: 'minutes',
    rule: '指标口径3.2',
    note: '从单位提出退单到裁定,取中位数;自然时间。',
    figures: {
      K25: { name: '裁定时长', numerator: '作出裁定的退单', denominator: '作出裁定的退单' },
    },
  },
  K26: {
    ...dispatch,
    name: '基层误派数',
    direction: 'lower',
    measuredIn: 'count',
    rule: '国办函〔2025〕66号(五)',
    note: '应由部门办理却要派给乡镇、村的工单:系统当场拦下的,和说明理由后请基层协助的。一件工单只算一次。',
    figures: {
      K26: {
        name: '基层误派数',
        numerator: '被拦下或说明理由后派到基层的工单',
        denominator: '派出过或被拦下的工单',
      },
    },
  },
} as const satisfies Partial<Record<IndicatorId, IndicatorWords>>;
