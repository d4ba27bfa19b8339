/** 台账列表. */
export const ledgerBoxes = ['open', 'closed', 'all'] as const;
export type LedgerBox = (typeof ledgerBoxes)[number];
export const ledgerBoxLabel: Record<LedgerBox, string> = {
  open: '整治中',
  closed: '已办结',
  all: '全部',
};

/** 列入依据: why an order is proposed for a ledger. */
export const likeReasons = ['words', 'matter', 'place'] as const;
export type LikeReason = (typeof likeReasons)[number];
export const likeReasonLabel: Record<LikeReason, string> = {
  words: '说到同样的词',
  matter: '同一事项',
  place: '与原工单相距不远',
};

/** 点位来源. */
export const siteSources = ['order', 'import', 'typed'] as const;
export type SiteSource = (typeof siteSources)[number];
export const siteSourceLabel: Record<SiteSource, string> = {
  order: '工单',
  import: '摸排导入',
  typed: '手工登记',
};

/** 由谁推进: the unit that owns the site, or the centre. */
export const moveHands = ['unit', 'centre'] as const;
export type MoveHand = (typeof moveHands)[number];
export const moveHandLabel: Record<MoveHand, string> = { unit: '责任单位', centre: '热线中心' };

/** 推进条件: what must be there. `check`: photos, and somebody who had no hand in it. */
export const moveNeeds = ['photo', 'talk', 'plan', 'check'] as const;
export type MoveNeed = (typeof moveNeeds)[number];
export const moveNeedLabel: Record<MoveNeed, string> = {
  photo: '现场照片',
  talk: '沟通记录',
  plan: '计划完成日',
  check: '整改照片和他人核查',
};

/** 记录种类. */
export const talkKinds = ['talk', 'mediation'] as const;
export type TalkKind = (typeof talkKinds)[number];
export const talkKindLabel: Record<TalkKind, string> = { talk: '沟通', mediation: '邻里调解' };

/** 导入时退回一行的原因. */
export const rowFaults = [
  'no-address',
  'no-such-area',
  'no-such-unit',
  'bad-day',
  'bad-size',
  'bad-point',
  'bad-phone',
  'too-long',
  'twice-in-file',
  'in-ledger',
] as const;
export type RowFault = (typeof rowFaults)[number];
export const rowFaultLabel: Record<RowFault, string> = {
  'no-address': '没有写地址',
  'no-such-area': '没有这个区域',
  'no-such-unit': '没有这个单位',
  'bad-day': '日期要写成 2026-05-31 的样子',
  'bad-size': '面积要写数字',
  'bad-point': '经纬度要写数字,两个都写',
  'bad-phone': '电话不像电话号码',
  'too-long': '有一格写得太长',
  'twice-in-file': '表里前面已有同一地址',
  'in-ledger': '台账里已有同一地址',
};
