export const clueText = {
  system: '系统',
  whatToLookAt: (no: string) => `违规线索 ${no} 的联合检查,按核查清单逐项看。`,
  photo: (no: number) => `照片${no}`,
} as const;
