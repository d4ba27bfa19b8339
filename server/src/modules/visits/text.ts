export const visitText = {
  system: '系统',
} as const;
