import type { FigureKey, IndicatorId } from './indicators.ts';

/** 五个维度 (M0). */
export const dimensions = ['answer', 'dispatch', 'handle', 'supervise', 'special'] as const;
export type Dimension = (typeof dimensions)[number];
export const dimensionLabel: Record<Dimension, string> = {
  answer: '接得好',
  dispatch: '派得准',
  handle: '办得顺',
  supervise: '督得实',
  special: '有特色',
};

/** Which indicators a dimension is read by. 解决率 and 满意率 stand by themselves, in all their readings. */
export const dimensionIndicators = {
  answer: ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9', 'K10', 'K11'],
  dispatch: ['K20', 'K21', 'K22', 'K23', 'K24', 'K25', 'K26'],
  handle: ['K30', 'K31', 'K32', 'K33', 'K34', 'K35', 'K36'],
  supervise: ['K37', 'K38', 'K39', 'K40'],
  special: ['K43', 'K44', 'K45', 'K46'],
} as const satisfies Record<Dimension, readonly IndicatorId[]>;

/** By what units may be ranked: shares they answer for, and enough of. */
export const rankedFigures = [
  'K32',
  'K30',
  'K31',
  'K35',
  'K41b',
  'K41a',
  'K42-strict',
  'K42-wide',
  'K42-all',
] as const satisfies readonly FigureKey[];
export type RankedFigure = (typeof rankedFigures)[number];

/** 固定报告. */
export const reportStates = ['making', 'frozen'] as const;
export type ReportState = (typeof reportStates)[number];
export const reportStateLabel: Record<ReportState, string> = {
  making: '正在生成',
  frozen: '已固定',
};
