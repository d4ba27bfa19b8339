import { type IndicatorId, type IndicatorWords, minimumSample } from '../words/indicators.ts';

const handling = {
  counts: 'duties',
  basis: 'due',
  owner: 'unit',
  direction: 'higher',
  measuredIn: 'share',
  source: 'orders',
  leftOut: ['X12'],
  minimumSample,
} as const;

/** 办得顺、督得实, domain 3.3. */
export const handlingIndicators = {
  K30: {
    ...handling,
    name: '按时签收率',
    leftOut: ['X7', 'X12'],
    rule: '指标口径3.3',
    note: '签收时限内签收的任务,占期内应签收的任务。系统自动签收算晚;先到场、先联系的,以早的为准。',
    figures: {
      K30: {
        name: '按时签收率',
        numerator: '时限内签收的任务',
        denominator: '期内应签收的任务',
      },
    },
  },
  K31: {
    ...handling,
    name: '响应率',
    counts: 'orders',
    leftOut: ['X7', 'X9', 'X12'],
    rule: '指标口径3.3',
    note: '时限内联系过诉求人并在回访中得到证实的,占应联系的。未剔除的值按单位自己登记的联系算。没留号码的不算;三个时段三次未接通的剔除。以通话记录证实的要等接入真实电话,现在只认回访。',
    figures: {
      K31: {
        name: '响应率',
        numerator: '时限内联系并经回访证实的工单',
        denominator: '应联系诉求人的工单',
      },
    },
  },
  K32: {
    ...handling,
    name: '按时办结率',
    leftOut: ['X7', 'X12'],
    rule: '指标口径3.3',
    note: '在当前时限前办结的任务,占期内到期的任务,没办完的也在分母。延期的按新时限;挂账的算办结。',
    figures: {
      K32: {
        name: '按时办结率',
        numerator: '当前时限前办结或挂账的任务',
        denominator: '期内到期的任务',
      },
    },
  },
  K33: {
    ...handling,
    name: '原时限办结率',
    leftOut: ['X7', 'X10', 'X12'],
    rule: '指标口径3.3',
    note: '按最初的时限算的办结率,看得出延期是否用得过多。挂账的不算办结。',
    figures: {
      K33: {
        name: '原时限办结率',
        numerator: '最初时限前办结的任务',
        denominator: '最初时限在期内的任务',
      },
    },
  },
  K34: {
    ...handling,
    name: '延期率',
    direction: 'lower',
    leftOut: ['X7', 'X12'],
    rule: '指标口径3.3',
    note: '批准过延期的任务,占期内到期的任务。',
    figures: {
      K34: { name: '延期率', numerator: '批准过延期的任务', denominator: '期内到期的任务' },
    },
  },
  K35: {
    ...handling,
    name: '重办率',
    counts: 'orders',
    basis: 'replied',
    direction: 'lower',
    leftOut: [],
    rule: '指标口径3.3',
    note: '答复后被发回过的,占交过答复的工单;审核退回与回访重办分列。按第一次交答复的日子。',
    figures: {
      K35: { name: '重办率', numerator: '被发回过的工单', denominator: '交过答复的工单' },
      'K35-review': {
        name: '审核退回率',
        numerator: '审核退回过的工单',
        denominator: '交过答复的工单',
      },
      'K35-call-back': {
        name: '回访重办率',
        numerator: '回访后重办过的工单',
        denominator: '交过答复的工单',
      },
    },
  },
  K36: {
    ...handling,
    name: '平均办理时长',
    counts: 'orders',
    basis: 'replied',
    direction: 'lower',
    measuredIn: 'minutes',
    leftOut: [],
    rule: '指标口径3.3',
    note: '从派单到交出被采用的答复的工作时间,不含暂停;取中位数和90%不超过的值。',
    figures: {
      K36: { name: '办理时长', numerator: '已答复的工单', denominator: '已答复的工单' },
    },
  },
  K37: {
    ...handling,
    name: '催办率、督办率、督办办结率',
    counts: 'orders',
    basis: 'accepted',
    direction: 'lower',
    leftOut: ['X12'],
    rule: '指标口径3.3',
    note: '被催办、被督办过的,占已派工单;督办办结率是按时办结的督办,占期内到期的督办。',
    figures: {
      'K37-urged': {
        name: '催办率',
        numerator: '被催办过的工单',
        denominator: '已派出的工单',
      },
      'K37-supervised': {
        name: '督办率',
        numerator: '被督办过的工单',
        denominator: '已派出的工单',
      },
      'K37-closed': {
        name: '督办办结率',
        numerator: '时限内答复的督办',
        denominator: '期内应答复的督办',
      },
    },
  },
  K38: {
    ...handling,
    name: '挂账数、销账率',
    counts: 'orders',
    basis: 'parked',
    direction: 'none',
    measuredIn: 'count',
    leftOut: [],
    rule: '指标口径3.3',
    note: '期内挂账的工单,其中还在账上的;销账率是已销账的,占最后一个节点在期内到期的。',
    figures: {
      'K38-parked': {
        name: '挂账数',
        numerator: '还在账上的工单',
        denominator: '期内挂账的工单',
      },
      'K38-cleared': {
        name: '销账率',
        numerator: '已销账的工单',
        denominator: '计划在期内到期的挂账工单',
      },
    },
  },
  K39: {
    ...handling,
    name: '虚假办结率',
    counts: 'orders',
    basis: 'replied',
    direction: 'lower',
    leftOut: [],
    rule: '指标口径3.3',
    note: '认定为虚假办结的答复,占回访接通或现场核查过的答复。',
    figures: {
      K39: {
        name: '虚假办结率',
        numerator: '认定为虚假办结的答复',
        denominator: '回访接通或核查过的答复',
      },
    },
  },
} as const satisfies Partial<Record<IndicatorId, IndicatorWords>>;
