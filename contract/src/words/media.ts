/** 线索来源: where the words of a viewer were found. */
export const tipSources = ['programme', 'post', 'comment', 'clip', 'letter'] as const;
export type TipSource = (typeof tipSources)[number];
export const tipSourceLabel: Record<TipSource, string> = {
  programme: '节目热线',
  post: '网络帖文',
  comment: '网友评论',
  clip: '短视频',
  letter: '观众来信',
};

/** 线索去向: every tip ends in one of the last three. */
export const tipStates = ['open', 'order', 'answer', 'refused'] as const;
export type TipState = (typeof tipStates)[number];
export const tipStateLabel: Record<TipState, string> = {
  open: '待处理',
  order: '转工单',
  answer: '已答复',
  refused: '不采用',
};

/** 线索列表. */
export const tipBoxes = ['open', 'late', 'order', 'answer', 'refused', 'all'] as const;
export type TipBox = (typeof tipBoxes)[number];
export const tipBoxLabel: Record<TipBox, string> = {
  open: '没有去向',
  late: '已超时',
  order: '转工单',
  answer: '已答复',
  refused: '不采用',
  all: '全部',
};

/** 不采用的理由. */
export const tipRefusals = ['not-government', 'court', 'no-facts', 'same-again', 'advert'] as const;
export type TipRefusal = (typeof tipRefusals)[number];
export const tipRefusalLabel: Record<TipRefusal, string> = {
  'not-government': '不属于政府职责',
  court: '已进入诉讼、仲裁等法定途径',
  'no-facts': '没有可核实的内容,又联系不上',
  'same-again': '与已有线索重复',
  advert: '广告或恶意内容',
};

/** 稿件种类. */
export const pieceKinds = ['story', 'hot-question', 'progress'] as const;
export type PieceKind = (typeof pieceKinds)[number];
export const pieceKindLabel: Record<PieceKind, string> = {
  story: '民生报道',
  'hot-question': '热点问答',
  progress: '进展专栏',
};

export const pieceStates = ['draft', 'published', 'withdrawn'] as const;
export type PieceState = (typeof pieceStates)[number];
export const pieceStateLabel: Record<PieceState, string> = {
  draft: '未发布',
  published: '已发布',
  withdrawn: '已撤回',
};

/** 稿件列表. `to-sign`: its newest wording waits for a signature. */
export const pieceBoxes = ['to-sign', 'draft', 'published', 'withdrawn', 'all'] as const;
export type PieceBox = (typeof pieceBoxes)[number];
export const pieceBoxLabel: Record<PieceBox, string> = {
  'to-sign': '待审签',
  draft: '未发布',
  published: '已发布',
  withdrawn: '已撤回',
  all: '全部',
};

/** 三审, in this order and by three people, none of whom wrote the words. */
export const reviewSteps = ['edit', 'vet', 'release'] as const;
export type ReviewStep = (typeof reviewSteps)[number];
export const reviewStepLabel: Record<ReviewStep, string> = {
  edit: '编辑初审',
  vet: '法制与隐私复审',
  release: '领导终审',
};

/** 选题依据: what a piece rests on. */
export const basisKinds = [
  'order',
  'campaign',
  'ledger',
  'mechanism',
  'node',
  'knowledge',
] as const;
export type BasisKind = (typeof basisKinds)[number];
export const basisKindLabel: Record<BasisKind, string> = {
  order: '媒体工单',
  campaign: '专题公开进展',
  ledger: '整治台账',
  mechanism: '特色机制',
  node: '重要节点',
  knowledge: '知识库问答',
};

/** 接听日. */
export const answeringStates = ['planned', 'held', 'cancelled'] as const;
export type AnsweringState = (typeof answeringStates)[number];
export const answeringStateLabel: Record<AnsweringState, string> = {
  planned: '已安排',
  held: '已接听',
  cancelled: '已取消',
};

/** 承诺的结果, as its closing record says. */
export const promiseResults = ['kept', 'partly', 'not-kept'] as const;
export type PromiseResult = (typeof promiseResults)[number];
export const promiseResultLabel: Record<PromiseResult, string> = {
  kept: '已兑现',
  partly: '部分兑现',
  'not-kept': '未能兑现',
};

/** 承诺列表. */
export const promiseBoxes = ['open', 'late', 'closed', 'all'] as const;
export type PromiseBox = (typeof promiseBoxes)[number];
export const promiseBoxLabel: Record<PromiseBox, string> = {
  open: '没有办结记录',
  late: '已到期',
  closed: '有办结记录',
  all: '全部',
};

/** 成效: which of the orders that came as tips. */
export const effectBoxes = ['all', 'open', 'solved', 'solved-after'] as const;
export type EffectBox = (typeof effectBoxes)[number];
export const effectBoxLabel: Record<EffectBox, string> = {
  all: '媒体来源工单',
  open: '还在办理',
  solved: '已解决',
  'solved-after': '报道之后解决',
};

/** 成效的各项数字, each counted from the tables and again from the event log. */
export const effectCounts = [
  'tips',
  'tips-open',
  'tips-order',
  'tips-answer',
  'tips-refused',
  'orders-solved',
  'orders-solved-after',
  'published',
  'corrected',
  'withdrawn',
  'promises',
  'promises-open',
] as const;
export type EffectCount = (typeof effectCounts)[number];
export const effectCountLabel: Record<EffectCount, string> = {
  tips: '线索',
  'tips-open': '没有去向的线索',
  'tips-order': '转工单的线索',
  'tips-answer': '已答复的线索',
  'tips-refused': '不采用的线索',
  'orders-solved': '已解决的媒体来源工单',
  'orders-solved-after': '报道之后解决的工单',
  published: '发布稿件',
  corrected: '更正次数',
  withdrawn: '撤回稿件',
  promises: '接听日承诺',
  'promises-open': '没有办结记录的承诺',
};
