/** 批量导出状态. */
export const exportStates = ['waiting', 'done', 'failed', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];
export const exportStateLabel: Record<ExportState, string> = {
  waiting: '正在生成',
  done: '可以下载',
  failed: '没有生成',
  expired: '已过期清除',
};
