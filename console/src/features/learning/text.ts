export const modelsText = {
  title: '模型',
  choose: '模型',
  versions: '版本',
  none: (few: number) =>
    `还没有留存的版本。满 ${few} 个人工决定后自动训练第一个;在此之前,按城市自己的说法和已有的决定边用边学。`,
  waiting: (count: number, most: number) =>
    `上次训练之后又有 ${count >= most ? `${most} 个以上` : `${count} 个`}决定,已边用边学,下次训练时全部重学。`,
  rule: (most: number, few: number) =>
    `每多出二十分之一的决定、每天夜里有新决定时自动重训,最多用最近 ${most} 个决定。先用一个月前的决定试训,与在用版本在最近一个月的同一批决定上比较(双方都还没学过这些决定,最多一万个);不是明显更差就接替,明显更差(只有一方判对的决定里,在用版本多得超出偶然,且至少多百分之一)就等人决定。可比的决定不足 ${few} 个时直接接替。`,
  number: (no: number) => `第 ${no} 版`,
  made: (at: string, samples: number, seconds: number, megabytes: string) =>
    `${at} 训练,${samples} 件工单,用时 ${Math.round(seconds)} 秒,${megabytes} MB`,
  askedBy: (name: string) => `由${name}发起`,
  compared: (count: number, own: string, other: string, ownEce: string, otherEce: string) =>
    `最近一个月 ${count} 个决定:第一位正确 ${own},在用版本 ${other};校准误差 ${ownEce},在用版本 ${otherEce}`,
  rate: (part: number, whole: number) =>
    whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%(${part}/${whole})`,
  settled: (by: string, at: string, reason: string) => `${by} ${at}:${reason}`,
  putInUse: '启用',
  goBack: '退回到这一版',
  putInUseHelp: '所有窗口几秒内换用这一版。请写明为什么。',
  goBackHelp:
    '所有窗口几秒内换回这一版;现在这一版不会自动再用,下一次训练出的版本要等人决定。请写明为什么。',
  putInUseDone: '已换用',
  reason: '原因',
  retrain: '现在重训',
  retrainAsked: '已开始排队',
  progress: (phase: string, done: number, total: number) =>
    total === 0 ? phase : `${phase} ${done}/${total}`,
  figures: '准不准',
  formula:
    '每个人工决定在学进去之前,先记下模型会怎么建议:第一位正确 = 建议的第一位就是人的决定。每半分钟汇总一次。',
  noFigures: '还没有可以统计的决定。',
  weeks: '每周',
  week: '周一',
  decisions: '决定数',
  first: '第一位正确',
  amongThree: '前三位内',
  unmet: '没见过的词',
  steps: (days: number) => `说的把握与实际(最近 ${days} 天)`,
  said: '说的把握',
  meanSaid: '平均把握',
  hit: '实际正确',
  covered: '不低于此把握的占比',
  labels: (days: number) => `决定最多的(最近 ${days} 天)`,
  label: '人的决定',
  mistaken: (days: number) => `常被混淆的(最近 ${days} 天)`,
  given: '模型建议',
  count: '次数',
} as const;
