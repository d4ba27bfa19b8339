import type { ExclusionCode } from './contest.ts';

/** 指标, domain section 3: numbered K1 to K46 with gaps. */
export const indicatorIds = [
  'K1',
  'K2',
  'K3',
  'K4',
  'K5',
  'K6',
  'K7',
  'K8',
  'K9',
  'K10',
  'K11',
  'K20',
  'K21',
  'K22',
  'K23',
  'K24',
  'K25',
  'K26',
  'K30',
  'K31',
  'K32',
  'K33',
  'K34',
  'K35',
  'K36',
  'K37',
  'K38',
  'K39',
  'K40',
  'K41',
  'K42',
  'K43',
  'K44',
  'K45',
  'K46',
] as const;
export type IndicatorId = (typeof indicatorIds)[number];

/**
 * 数: what is counted order by order; an indicator may need several. The place in this list is the bit under which a fact
 * is kept, so a new one goes to the end and none is ever taken out.
 */
export const figureKeys = [
  'K8',
  'K9',
  'K20',
  'K21',
  'K22',
  'K23',
  'K23-upheld',
  'K23-rejected',
  'K24',
  'K25',
  'K26',
  'K30',
  'K31',
  'K32',
  'K33',
  'K34',
  'K35',
  'K35-review',
  'K35-call-back',
  'K36',
  'K37-urged',
  'K37-supervised',
  'K37-closed',
  'K38-parked',
  'K38-cleared',
  'K39',
  'K40-attempted',
  'K40-reached',
  'K41a',
  'K41b',
  'K41-objective',
  'K41-partly',
  'K41-claim',
  'K42-wide',
  'K42-strict',
  'K42-all',
  'K42-rated',
  'K42-process',
  'K43',
  'K44',
  'K45',
  'K44-month',
  'K42-process-strict',
  'K42-process-all',
] as const;
export type FigureKey = (typeof figureKeys)[number];

/** 目标值 are set for a figure; of calls, which are not counted order by order, for the indicator. */
export const targetKeys = [
  'K1',
  'K2',
  'K3',
  'K5',
  'K6',
  'K7',
  'K10',
  'K11',
  ...figureKeys,
] as const;
export type TargetKey = (typeof targetKeys)[number];

/** 统计期按什么日子: when a fact falls into a period. */
export const periodBases = [
  'accepted',
  'sent',
  'due',
  'replied',
  'ruled',
  'parked',
  'closed',
  'called',
] as const;
export type PeriodBasis = (typeof periodBases)[number];
export const periodBasisLabel: Record<PeriodBasis, string> = {
  accepted: '按受理日',
  sent: '按派单日',
  due: '按到期日',
  replied: '按答复日',
  ruled: '按裁定日',
  parked: '按挂账日',
  closed: '按结案日',
  called: '按来电日',
};

/** 谁对它负责. */
export const ownerLevels = ['centre', 'unit'] as const;
export type OwnerLevel = (typeof ownerLevels)[number];
export const ownerLevelLabel: Record<OwnerLevel, string> = {
  centre: '热线中心',
  unit: '承办单位',
};

/** 由什么算出: nothing feeds some of them yet, and then there is no figure. */
export const figureSources = ['orders', 'calls', 'inspections', 'key-dates'] as const;
export type FigureSource = (typeof figureSources)[number];
export const figureSourceLabel: Record<FigureSource, string> = {
  orders: '工单事件',
  calls: '话务事件',
  inspections: '质检记录',
  'key-dates': '重要节点',
};

export const directions = ['higher', 'lower', 'none'] as const;
export type Direction = (typeof directions)[number];
export const directionLabel: Record<Direction, string> = {
  higher: '越高越好',
  lower: '越低越好',
  none: '不论高低',
};

export const measuredIns = ['share', 'count', 'times', 'minutes'] as const;
export type MeasuredIn = (typeof measuredIns)[number];
export const measuredInLabel: Record<MeasuredIn, string> = {
  share: '比率',
  count: '件数',
  times: '次',
  minutes: '分钟',
};

export const countedThings = ['orders', 'duties', 'returns', 'issues', 'calls', 'nodes'] as const;
export type CountedThing = (typeof countedThings)[number];
export const countedThingLabel: Record<CountedThing, string> = {
  orders: '工单',
  duties: '承办任务',
  returns: '退单申请',
  issues: '事项',
  calls: '来电',
  nodes: '节点',
};

/** 为什么不计入: a code of 3.5, or a rating whose reason was checked to be objective (K42). */
export const leftOutCodes = [
  'X1',
  'X2',
  'X3',
  'X4',
  'X5',
  'X6',
  'X7',
  'X8',
  'X9',
  'X10',
  'X11',
  'X12',
  'objective',
] as const;
export type LeftOutCode = (typeof leftOutCodes)[number] & (ExclusionCode | 'objective');

/** 格子里的哪一部分. */
export const cellParts = ['numerator', 'denominator', 'left-out'] as const;
export type CellPart = (typeof cellParts)[number];
export const cellPartLabel: Record<CellPart, string> = {
  numerator: '分子',
  denominator: '分母',
  'left-out': '剔除',
};

/** 按什么分组. */
export const groupings = ['unit', 'county', 'matter'] as const;
export type Grouping = (typeof groupings)[number];
export const groupingLabel: Record<Grouping, string> = {
  unit: '承办单位',
  county: '县区',
  matter: '事项',
};

/** 最小样本 (3.6): of fewer, the counts are shown and no rate. */
export const minimumSample = 30;

/** 按事项数的: counted over issues, not order by order; the facts behind them are no figures by themselves. */
export const issueFigures = ['K44', 'K44-month', 'K45'] as const satisfies readonly FigureKey[];

/** 回潮 (K45): told of again within so many days. */
export const againDays = 180;

/** 数 of an indicator, in words: what stands above and below the line. */
export interface FigureWords {
  readonly name: string;
  readonly numerator: string;
  readonly denominator: string;
}

export interface IndicatorWords {
  readonly name: string;
  readonly counts: CountedThing;
  readonly basis: PeriodBasis;
  readonly owner: OwnerLevel;
  readonly direction: Direction;
  readonly measuredIn: MeasuredIn;
  readonly source: FigureSource;
  /** 剔除: which codes may take something out of it. */
  readonly leftOut: readonly LeftOutCode[];
  readonly minimumSample: number;
  /** 依据. */
  readonly rule: string;
  /** 这是怎么算的, what a person would ask. */
  readonly note: string;
  readonly figures: Readonly<Partial<Record<FigureKey, FigureWords>>>;
}
