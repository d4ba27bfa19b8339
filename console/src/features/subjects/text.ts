/** Words of 对象档案: one shop or company, whatever of the city's work knows it. */
export const subjectsText = {
  title: '对象档案',
  none: '请从特色机制的“按对象”或违规线索的“对象档案”打开。',
  intro:
    '同一名称的商户、单位在各项机制、违规线索和台账里的情况,名称里的空格和标点不计;机制表单里写法不同的(如多写了“有限公司”)可能不在这里。同名的不一定是同一家,请核对区域。',
  mechanismIntro: (orders: number, open: number, counted: number | null) =>
    `近一年 ${orders} 件,在办 ${open} 件${counted === null ? '' : `,计入档案 ${counted} 件`}`,
  heads: ['工单', '状态', '作为', '情况', ''],
  onJoint: '在联合督办名单上',
  counts: '计入档案',
  isCut: (cap: number) => `只列出最新的 ${cap} 件。`,
  hidden: (count: number) => `另有 ${count} 件您无权查看。`,
  noOrders: '近一年各项机制没有这个对象的工单。',
  mechanisms: '机制工单',
  clues: '违规线索',
  noClues: '没有这个名称的违规线索。',
  clueHeads: ['线索', '种类', '标记日期', '进展', '计入档案'],
  clueSums: (area: string, verified: number, open: number, notTrue: number) =>
    `${area}:查实 ${verified} 条,在办 ${open} 条,不属实 ${notTrue} 条`,
  contests: (count: number) => `异议待决定 ${count} 条`,
  toRecord: '看档案和异议',
  cluesCut: (cap: number) => `只列出最新的 ${cap} 条,全部见“看档案和异议”。`,
  yes: '是',
  no: '否',
  sites: '台账点位',
  noSites: '上面的工单没有挂接台账点位。',
  siteHeads: ['台账', '点位', '地址', '状态'],
  site: (no: number) => `${no} 号`,
  sitesCut: (cap: number) => `只列出最新的 ${cap} 个点位。`,
} as const;
