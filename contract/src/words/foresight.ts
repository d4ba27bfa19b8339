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

/** 预测: being made by a job, for a person to decide, measured against, dropped, or too little is known. */
export const forecastStates = ['making', 'draft', 'confirmed', 'dismissed', 'impossible'] as const;
export type ForecastState = (typeof forecastStates)[number];
export const forecastStateLabel: Record<ForecastState, string> = {
  making: '计算中',
  draft: '待确认',
  confirmed: '已确认',
  dismissed: '不采用',
  impossible: '数据不足',
};

/** 主动工单的触发: what brought it on. */
export const proactiveTriggers = ['forecast', 'signal', 'repeat-spot', 'found'] as const;
export type ProactiveTrigger = (typeof proactiveTriggers)[number];
export const proactiveTriggerLabel: Record<ProactiveTrigger, string> = {
  forecast: '预测',
  signal: '外部信息',
  'repeat-spot': '反复点位',
  found: '巡查发现',
};

/** 告知: to whom, by which way, how far. */
export const tellingAudiences = ['residents', 'shops'] as const;
export type TellingAudience = (typeof tellingAudiences)[number];
export const tellingAudienceLabel: Record<TellingAudience, string> = {
  residents: '居民',
  shops: '商户',
};
export const tellingChannels = ['grid', 'group-chat', 'poster', 'broadcast', 'visit'] as const;
export type TellingChannel = (typeof tellingChannels)[number];
export const tellingChannelLabel: Record<TellingChannel, string> = {
  grid: '网格员转达',
  'group-chat': '居民群、商户群',
  poster: '张贴公告',
  broadcast: '广播',
  visit: '上门',
};
export const tellingStates = ['waiting', 'approved', 'declined'] as const;
export type TellingState = (typeof tellingStates)[number];
export const tellingStateLabel: Record<TellingState, string> = {
  waiting: '待审批',
  approved: '已同意',
  declined: '不同意',
};

/** 效果: where the actual number lies. */
export const comparisonVerdicts = ['below', 'inside', 'above'] as const;
export type ComparisonVerdict = (typeof comparisonVerdicts)[number];
export const comparisonVerdictLabel: Record<ComparisonVerdict, string> = {
  below: '低于预测区间',
  inside: '在预测区间内',
  above: '高于预测区间',
};
