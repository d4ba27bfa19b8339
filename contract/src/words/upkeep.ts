/** 运行异常: what goes wrong behind the screens. */
export const troubleKinds = ['anchor', 'log-archive', 'job', 'chain'] as const;
export type TroubleKind = (typeof troubleKinds)[number];

export const troubleKindLabel: Record<TroubleKind, string> = {
  anchor: '日志锚点没有写成',
  'log-archive': '数据库日志没有归档',
  job: '后台任务一直失败',
  chain: '日志核验不一致',
};

/** 怎样结束: it was seen no more, or what a person did about it. */
export const troubleEnds = ['itself', 'again', 'gave-up', 'looked-into'] as const;
export type TroubleEnd = (typeof troubleEnds)[number];

export const troubleEndLabel: Record<TroubleEnd, string> = {
  itself: '已自行恢复',
  again: '已重新执行',
  'gave-up': '已放弃',
  'looked-into': '已查明',
};
