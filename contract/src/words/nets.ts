/** 网的种类: where an appeal may begin or be answered besides this hotline. */
export const netKinds = [
  'hotline',
  'police',
  'grid',
  'regulator',
  'upper',
  'lower',
  'other',
] as const;
export type NetKind = (typeof netKinds)[number];
export const netKindLabel: Record<NetKind, string> = {
  hotline: '热线网',
  police: '110',
  grid: '网格',
  regulator: '双线电话',
  upper: '上级平台',
  lower: '下级平台',
  other: '其他系统',
};

/** 适配器 a net may speak by. */
export const netAdapters = [
  'webhook',
  'police-110',
  'county',
  'province',
  'grid',
  'dual-line',
  'folder',
  'open311',
] as const;

/** 对照的代码种类. */
export const codeKinds = ['type', 'matter', 'area', 'unit', 'reason'] as const;
export type CodeKind = (typeof codeKinds)[number];
export const codeKindLabel: Record<CodeKind, string> = {
  type: '诉求类型',
  matter: '事项',
  area: '区划',
  unit: '单位',
  reason: '退回理由',
};

/** 未知代码怎么办: the sender mends it, a person here maps it first, or an order is opened without it. */
export const unknownCodes = ['refuse', 'hold', 'classify'] as const;
export type UnknownCode = (typeof unknownCodes)[number];
