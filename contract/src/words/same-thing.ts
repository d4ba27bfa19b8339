/** 理由: why two orders may be about one thing. */
export const sameReasons = [
  'same-place',
  'same-town',
  'same-subject',
  'same-matter',
  'near-time',
  'same-words',
] as const;
export type SameReason = (typeof sameReasons)[number];

export const sameReasonLabel: Record<SameReason, string> = {
  'same-place': '同一地点',
  'same-town': '同一乡镇街道',
  'same-subject': '同一对象',
  'same-matter': '同类事项',
  'near-time': '时间相近',
  'same-words': '相同的词',
};

/** 否决原因. `taken-out`: it belonged to the issue and somebody took it out again. */
export const whyNotSame = [
  'other-place',
  'other-thing',
  'other-happening',
  'other-time',
  'taken-out',
  'other',
] as const;
export type WhyNotSame = (typeof whyNotSame)[number];

export const whyNotSameLabel: Record<WhyNotSame, string> = {
  'other-place': '不是同一个地点',
  'other-thing': '不是同一个对象',
  'other-happening': '不是同一种情况',
  'other-time': '不是同一次',
  'taken-out': '曾移出该事项',
  other: '其他',
};
