/** 线索状态. `joined`: it is part of another. */
export const clueStates = [
  'draft',
  'signed',
  'sent',
  'accepted',
  'declined',
  'closed',
  'joined',
] as const;
export type ClueState = (typeof clueStates)[number];
export const clueStateLabel: Record<ClueState, string> = {
  draft: '整理中',
  signed: '已签发',
  sent: '已抄报',
  accepted: '已受理',
  declined: '未受理待转',
  closed: '已办结',
  joined: '已并入',
};

/** 线索列表. */
export const clueBoxes = ['work', 'out', 'closed', 'all'] as const;
export type ClueBox = (typeof clueBoxes)[number];
export const clueBoxLabel: Record<ClueBox, string> = {
  work: '待中心办',
  out: '在执法单位',
  closed: '已办结',
  all: '全部',
};
export const statesOfClueBox: Record<ClueBox, readonly ClueState[] | null> = {
  work: ['draft', 'signed', 'declined'],
  out: ['sent', 'accepted'],
  closed: ['closed'],
  all: null,
};

/** 查处结果, of one checked place. */
export const checkOutcomes = ['filed', 'corrected', 'not-true'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];
export const checkOutcomeLabel: Record<CheckOutcome, string> = {
  filed: '立案查处',
  corrected: '责令改正',
  'not-true': '查无实据',
};

/** 办结方式 of a clue: what was found, or why nobody looked. */
export const clueResults = [...checkOutcomes, 'not-taken', 'no-clue'] as const;
export type ClueResult = (typeof clueResults)[number];
export const clueResultLabel: Record<ClueResult, string> = {
  ...checkOutcomeLabel,
  'not-taken': '各单位均不受理',
  'no-clue': '不属于违规线索',
};
/** 查实: what counts in the record of a subject. */
export const verifiedResults: readonly ClueResult[] = ['filed', 'corrected'];

/** 并入依据: why another clue may be the same. */
export const clueLikenesses = ['subject', 'place', 'near'] as const;
export type ClueLikeness = (typeof clueLikenesses)[number];
export const clueLikenessLabel: Record<ClueLikeness, string> = {
  subject: '同一对象',
  place: '同一地点',
  near: '相距百米以内',
};

/** 保留理由: why words that the scan found stay in the pack. Words of whoever told of it never do. */
export const keepReasons = [
  'no-person',
  'subject',
  'public-place',
  'office',
  'other-number',
] as const;
export type KeepReason = (typeof keepReasons)[number];
export const keepReasonLabel: Record<KeepReason, string> = {
  'no-person': '不是人名',
  subject: '线索对象自身的信息',
  'public-place': '公共场所,不是住处',
  office: '单位的公开信息',
  'other-number': '与个人无关的数字',
};

/** 反馈方式: as the order was told of, or by somebody who says it in person. */
export const tellWays = ['sms', 'call', 'in-person'] as const;
export type TellWay = (typeof tellWays)[number];
export const tellWayLabel: Record<TellWay, string> = {
  sms: '短信',
  call: '电话告知',
  'in-person': '当面告知',
};

/** 线索指标; each opens to its clues. */
export const clueFigures = [
  'clues',
  'filed',
  'verified',
  'receipt-due',
  'receipt-kept',
  'receipt-late',
  'named',
  'told',
  'to-tell',
  'anonymous',
] as const;
export type ClueFigure = (typeof clueFigures)[number];
export const clueFigureLabel: Record<ClueFigure, string> = {
  clues: '线索',
  filed: '立案',
  verified: '查实',
  'receipt-due': '应签收的抄报',
  'receipt-kept': '按时签收',
  'receipt-late': '逾期签收',
  named: '应反馈的实名诉求人',
  told: '已反馈',
  'to-tell': '还没有反馈',
  anonymous: '匿名诉求人',
};

/** 档案异议 of a subject: a verified clue is contested. */
export const contestedHows = ['window', 'phone', 'letter'] as const;
export type ContestedHow = (typeof contestedHows)[number];
export const contestedHowLabel: Record<ContestedHow, string> = {
  window: '窗口',
  phone: '电话',
  letter: '来信',
};

/** 线索被谁看过, in the protection audit. */
export const clueSights = ['pack', 'received', 'photo', 'sent'] as const;
export type ClueSight = (typeof clueSights)[number];
export const clueSightLabel: Record<ClueSight, string> = {
  pack: '中心打开线索',
  received: '单位打开线索',
  photo: '打开照片',
  sent: '抄报',
};
