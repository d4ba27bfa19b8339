/** 外部信息: what no feed gives; a person enters it or imports a file. */
export const signalKinds = ['weather', 'works', 'sensor', 'satellite'] as const;
export type SignalKind = (typeof signalKinds)[number];
export const signalKindLabel: Record<SignalKind, string> = {
  weather: '气象预警',
  works: '停供与施工',
  sensor: '传感读数',
  satellite: '卫星图斑',
};

/** 预警级别, the mildest first. */
export const warningLevels = ['blue', 'yellow', 'orange', 'red'] as const;
export type WarningLevel = (typeof warningLevels)[number];
export const warningLevelLabel: Record<WarningLevel, string> = {
  blue: '蓝色',
  yellow: '黄色',
  orange: '橙色',
  red: '红色',
};

/** 外部信息 as to emergency mode: nothing to decide, waiting for a person, opened, or not opened. */
export const signalStates = ['noted', 'proposed', 'confirmed', 'declined'] as const;
export type SignalState = (typeof signalStates)[number];
export const signalStateLabel: Record<SignalState, string> = {
  noted: '已登记',
  proposed: '待确认启用',
  confirmed: '已启用',
  declined: '不启用',
};

export const signalSources = ['person', 'file'] as const;
export type SignalSource = (typeof signalSources)[number];

/** Why a row of a file is refused. */
export const signalFaults = [
  'bad-about',
  'bad-level',
  'no-such-area',
  'bad-span',
  'no-source',
  'too-long',
  'twice-in-file',
  'known-already',
] as const;
export type SignalFault = (typeof signalFaults)[number];
export const signalFaultLabel: Record<SignalFault, string> = {
  'bad-about': '类别不在清单里',
  'bad-level': '预警级别应写蓝、黄、橙、红',
  'no-such-area': '区域不存在',
  'bad-span': '起止时间不对',
  'no-source': '没有写来源',
  'too-long': '文字太长',
  'twice-in-file': '表内重复',
  'known-already': '已登记过',
};
