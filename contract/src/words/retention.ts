/** 档案保管: how long what is kept, what is held back, and what was destroyed by whose signatures. */

/** 冻结对象: one order, everything of one requester (known by the blind index of a number), or of one issue. */
export const holdTargets = ['order', 'requester', 'issue'] as const;
export type HoldTarget = (typeof holdTargets)[number];
export const holdTargetLabel: Record<HoldTarget, string> = {
  order: '这一件工单',
  requester: '该诉求人的全部工单',
  issue: '同一事项的全部工单',
};

/** 冻结依据. */
export const holdGrounds = [
  'court',
  'police',
  'discipline',
  'review',
  'audit',
  'internal',
] as const;
export type HoldGround = (typeof holdGrounds)[number];
export const holdGroundLabel: Record<HoldGround, string> = {
  court: '诉讼、仲裁保全',
  police: '公安、检察机关调取',
  discipline: '纪检监察调查',
  review: '行政复议、信访复查复核',
  audit: '审计、检查',
  internal: '中心内部核查',
};

/** What a row of the table speaks of; of `kept` the program destroys nothing. */
export const retentionKinds = ['order', 'file', 'person', 'kept'] as const;
export type RetentionKind = (typeof retentionKinds)[number];
export const retentionKindLabel: Record<RetentionKind, string> = {
  order: '工单全部内容',
  file: '图片和附件',
  person: '诉求人身份和联系方式',
  kept: '程序不销毁',
};

/** What a list may be about. */
export const destroyedKinds = [
  'order',
  'file',
  'person',
] as const satisfies readonly RetentionKind[];
export type DestroyedKind = (typeof destroyedKinds)[number];

/**
 * 最短年限: a city may keep longer, never shorter; its check says why. In our own words; the texts were not at hand, so a
 * lawyer checks them.
 */
export const shortestYears: Record<DestroyedKind, { years: number; source: string }> = {
  order: {
    years: 10,
    source:
      '《机关文件材料归档范围和文书档案保管期限规定》(国家档案局令第8号):定期保管一般为 30 年、10 年',
  },
  file: {
    years: 10,
    source:
      '《机关文件材料归档范围和文书档案保管期限规定》(国家档案局令第8号):附件同为归档材料,定期不少于 10 年',
  },
  person: {
    years: 3,
    source: '《民法典》第一百八十八条:一般诉讼时效三年,期内可能要找到诉求人',
  },
};

/** 清册状态. */
export const listStates = ['proposed', 'signed', 'approved', 'destroyed', 'refused'] as const;
export type ListState = (typeof listStates)[number];
export const listStateLabel: Record<ListState, string> = {
  proposed: '待档案签署',
  signed: '待安全签署',
  approved: '正在销毁',
  destroyed: '已销毁',
  refused: '不予销毁',
};

/** 逐件结果. `held` was held back by a hold that came after the list; `changed` was gone or opened again. */
export const itemOutcomes = ['destroyed', 'held', 'changed'] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];
export const itemOutcomeLabel: Record<ItemOutcome, string> = {
  destroyed: '已销毁',
  held: '冻结未销毁',
  changed: '有变动未销毁',
};
