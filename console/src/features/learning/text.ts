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
  figures: '每周准不准',
  formula:
    '每个人工决定在学进去之前,先记下模型会怎么建议:第一位正确 = 建议的第一位就是人的决定。第一个版本之前的决定,由只学过更早决定的试训模型按先后重放一遍。每半分钟汇总一次。点数字看工单;保密的工单、您无权查看的工单不在其中,同一件工单改过几次决定的只列一次。',
  noFigures: '还没有可以统计的决定。',
  week: '周(周一至周日)',
  weeksSaid: (weeks: number, last: string) => `最近 ${weeks} 周,最近一周第一位正确 ${last}`,
  point: (week: string, label: string, words: string) => `${week} ${label} ${words}`,
  decisions: '决定数',
  decisionsUpTo: (most: number) => `决定数(最高一周 ${most} 个)`,
  orders: (count: number) => `${count} 件`,
  first: '第一位正确',
  amongThree: '前三位内',
  wrong: '第一位不对',
  wrongOnes: (count: number) => `不对的 ${count} 件`,
  unmet: '没见过的词',

  labels: (kind: string, days: number) => `各${kind}(最近 ${days} 天,件数多的在前)`,
  labelsHelp: '条的长短是决定数,深色是其中第一位建议正确的。最多列 40 个。',

  mistaken: (days: number) => `常被混淆的(最近 ${days} 天)`,
  noMistaken: '没有建议和决定不一致的。',
  mapHelp: '每行是人的决定,每列是模型的第一位建议;颜色越深,次数越多。点数字看工单。',
  topPairs: (count: number) => `最多的 ${count} 对`,
  label: '人的决定',
  given: '模型建议',
  count: '次数',

  coverage: (days: number) => `能放行多少(最近 ${days} 天)`,
  couldPass: '可放行',
  wanted: (precision: string) => `要求 ${precision} 正确`,
  noneCovered: '达不到',
  coveredWords: (share: string, said: number) => `${share},把握 ${said}% 以上`,
  coverageHelp:
    '在过去的决定上算:把握不低于多少的建议,合起来达到所要求的正确率,占全部决定多少。只是测算,自动派单另有自己的门槛和条件;少于 20 件不算。',
  steps: '说的把握与实际',
  saidSpan: (from: number, to: number) => `把握 ${from}–${to}%`,
  saidAndHit: (said: string, hit: string) => `平均说 ${said},实际 ${hit}`,
  stepsHelp: '说八成把握的,应当十件里对八件。',

  drift: '与训练时相比',
  noDrift: '在用的版本没有留下训练时的构成,下次训练之后显示。',
  against: (version: number, samples: number) =>
    `与第 ${version} 版训练所用 ${samples} 件工单的构成相比。`,
  shift: '构成偏移',
  byChance: '件数少时偶然就有的偏移',
  driftSaid: (last: string) => `每周构成偏移,最近一周 ${last}`,
  changed: '占比变化最大的(训练时与最近四周)',
  before: '训练时占比',
  now: '最近四周占比',
  look: '工单',
  lookAt: '查看工单',
  driftHelp:
    '构成偏移:这一周的决定里,要换掉多少才和训练时的构成一样,0% 一样,100% 全不一样。高出偶然的偏移很多,说明反映的事情变了,可以现在重训。一周少于 20 件不算。',
} as const;

export const percent = (share: number): string => {
  const whole = (100 * share).toFixed(1);
  return `${whole.endsWith('.0') ? whole.slice(0, -2) : whole}%`;
};
