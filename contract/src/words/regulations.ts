/** 法规制度的种类. */
export const regulationKinds = ['law', 'local', 'normative', 'standard'] as const;
export type RegulationKind = (typeof regulationKinds)[number];
export const regulationKindLabel: Record<RegulationKind, string> = {
  law: '法律法规规章',
  local: '地方性法规',
  normative: '规范性文件',
  standard: '标准',
};

/** 引用它的规则是哪一类. */
export const citingKinds = [
  'catalogue',
  'statutory-limit',
  'linkage-basis',
  'rule',
  'knowledge',
  'indicator',
] as const;
export type CitingKind = (typeof citingKinds)[number];
export const citingKindLabel: Record<CitingKind, string> = {
  catalogue: '派单目录',
  'statutory-limit': '法定时限',
  'linkage-basis': '联动依据',
  rule: '其他规则',
  knowledge: '知识条目',
  indicator: '指标口径',
};

/** 逐条核对的结果. */
export const citingOutcomes = ['stays', 'to-change', 'changed'] as const;
export type CitingOutcome = (typeof citingOutcomes)[number];
export const citingOutcomeLabel: Record<CitingOutcome, string> = {
  stays: '不用改',
  'to-change': '要改,还没改',
  changed: '已改',
};
