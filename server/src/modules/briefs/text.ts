/** Words of counted sections. */
export const briefText = {
  figure: (name: string, percent: string, numerator: number, denominator: number) =>
    `${name} ${percent}(${numerator}/${denominator})`,
  tooFew: (name: string, numerator: number, denominator: number) =>
    `${name} ${numerator}/${denominator},样本不足,不算率`,
  accepted: (orders: number) => `受理诉求 ${orders} 件`,
  none: '这段日子没有受理的诉求',
  matter: (no: number, name: string, orders: number) => `${no}. ${name} ${orders} 件`,
  funnel: {
    all: '列入清单',
    inspected: '已现场核查',
    rectified: '已整改',
    toMedia: '转过媒体问效',
    open: '未整改',
  },
  step: (name: string, problems: number, appeals: number) =>
    `${name} ${problems} 个问题、${appeals} 件诉求`,
  problem: (no: number, name: string, state: string, appeals: number) =>
    `${no}. ${name}:${state},${appeals} 件`,
  leftOut: (problems: number, appeals: number) =>
    `另有 ${problems} 个问题、${appeals} 件诉求没有逐个列出,见专题清单`,
  measure: (no: number, title: string) => `${no}. ${title}`,
  nothing: '无',
  watched: (name: string, breaks: number | null, isOver: boolean) => {
    if (breaks === null) return `${name}:还没有查询`;
    const said = breaks === 0 ? '零投诉' : `${breaks} 件打破零投诉`;
    return `${name}:${said}${isOver ? '' : '(窗口期未结束)'}`;
  },
  cutoff: (at: string) => `数据截至 ${at}`,
  version: (city: number, definitions: string, digest: string) =>
    `城市数据第 ${city} 版,指标定义 ${definitions},数据摘要 ${digest.slice(0, 12)}`,
  number: (series: string, year: number, no: number) => `${series}〔${year}〕${no}期`,
  draftMark: '(拟稿)',
  voided: (briefNo: string) => `${briefNo}(已作废)`,
  voidFor: (reason: string) => `本期已作废:${reason}`,
} as const;
