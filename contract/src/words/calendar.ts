/** What a person may say a day is; `plain`: it goes by its weekday. */
export const correctedKinds = ['off', 'work', 'plain'] as const;
export type CorrectedKind = (typeof correctedKinds)[number];

export const correctedKindLabel: Record<CorrectedKind, string> = {
  off: '放假',
  work: '上班',
  plain: '按星期',
};
