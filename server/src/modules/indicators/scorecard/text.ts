export const scorecardText = {
  setHere: '在考核页设定',
} as const;
