/** Words on a printed form. */
export const formText = {
  field: (label: string) => `${label}:____________________`,
  bring: '办理时请带上',
  item: (no: number, words: string) => `${no}. ${words}`,
  from: (owner: string, until: string) =>
    `责任单位:${owner}。本表有效期至${until},办理前可拨打12345核对。`,
} as const;
