/** 回访答复: solved, asked apart from satisfaction. */
export const solvedAnswers = ['solved', 'partly', 'not-solved'] as const;
export type SolvedAnswer = (typeof solvedAnswers)[number];
export const solvedAnswerLabel: Record<SolvedAnswer, string> = {
  solved: '已解决',
  partly: '部分解决',
  'not-solved': '未解决',
};

export const ratings = [
  'very-satisfied',
  'satisfied',
  'basically',
  'dissatisfied',
  'very-dissatisfied',
] as const;
export type Rating = (typeof ratings)[number];
export const ratingLabel: Record<Rating, string> = {
  'very-satisfied': '非常满意',
  satisfied: '满意',
  basically: '基本满意',
  dissatisfied: '不满意',
  'very-dissatisfied': '非常不满意',
};

/** 不满意原因分类: subjective ones lead to a redo, objective ones to an explanation (domain 2.9). */
export const reasonClasses = ['subjective', 'objective'] as const;
export type ReasonClass = (typeof reasonClasses)[number];
export const reasonClassLabel: Record<ReasonClass, string> = {
  subjective: '主观原因',
  objective: '客观原因',
};

/** 回访方式: a person rings, or the requester answers by themselves. */
export const attemptChannels = ['call', 'page', 'sms'] as const;
export type AttemptChannel = (typeof attemptChannels)[number];
export const attemptChannelLabel: Record<AttemptChannel, string> = {
  call: '电话回访',
  page: '网页评价',
  sms: '短信评价',
};

/** 时段: three attempts must fall in different bands. */
export const timeBands = ['morning', 'afternoon', 'evening'] as const;
export type TimeBand = (typeof timeBands)[number];
export const timeBandLabel: Record<TimeBand, string> = {
  morning: '上午',
  afternoon: '下午',
  evening: '晚间',
};

/** 虚假办结的发现方式. */
export const foundHows = ['call-back', 'site-check'] as const;
export type FoundHow = (typeof foundHows)[number];
export const foundHowLabel: Record<FoundHow, string> = {
  'call-back': '回访发现',
  'site-check': '现场核查发现',
};

/** 虚假办结的认定: found, the unit heard, then another person decides. */
export const falseStates = ['found', 'heard', 'confirmed', 'dismissed'] as const;
export type FalseState = (typeof falseStates)[number];
export const falseStateLabel: Record<FalseState, string> = {
  found: '待单位说明',
  heard: '待认定',
  confirmed: '虚假办结',
  dismissed: '不认定',
};

/** 短信回复的结果: what became of an SMS somebody wrote back. */
export const smsOutcomes = [
  'rated',
  'unclear',
  'not-rateable',
  'already-rated',
  'no-order',
] as const;
export type SmsOutcome = (typeof smsOutcomes)[number];
export const smsOutcomeLabel: Record<SmsOutcome, string> = {
  rated: '已记为评价',
  unclear: '没有看懂',
  'not-rateable': '不在评价期',
  'already-rated': '已经评价过',
  'no-order': '没有对应的工单',
};
