import type { TroubleKind } from '@minsheng/contract';

/** What helps, in a sentence. */
const advice: Record<TroubleKind, string> = {
  anchor: '检查锚点文件夹是否写得进去、磁盘是否已满、两处内容是否一致。写成后自动结束。',
  'log-archive':
    '检查备份文件夹是否写得进去、磁盘是否已满。归档恢复前,数据库磁盘会越来越满,其间的改动也无法按时刻恢复。恢复后自动结束。',
  job: '程序日志里有每次失败的原因。排除后选“重新执行”;确认不再需要的选“放弃”,它们要做的事就不会做了。',
  chain:
    '逐处对照 npm run audit:verify 列出的位置,查明前不要删改任何数据。再次核验一致后自动结束。',
};

/** 系统运行. */
export const upkeepText = {
  title: '系统运行',
  workers: '后台处理',
  noWorker:
    '没有后台处理进程在运行:消息不发、时限不提醒、对接不收发,都在排队,不会丢。请检查以 --run=worker 启动的程序是否还在。',
  running: (count: number) => `${count} 个后台处理进程在运行。`,
  virtual: '时钟由人拨动,后台处理随时钟进行。',
  help: '屏幕后面出的问题:日志锚点、数据库日志归档、后台任务、日志核验。持续半小时告知系统管理员,再过同样时间告知主任。',
  open: '未结束的异常',
  none: '没有未结束的异常。',
  since: (from: string, seen: string, times: number) =>
    `${from} 开始,最近一次 ${seen},${times} 个(次)。`,
  over: '已结束的异常',
  overNone: '还没有。',
  overHeads: ['异常', '时间', '怎样结束'],
  lasted: (from: string, until: string) => `${from} 至 ${until}`,
  ended: (how: string, who: string | null, said: string | null) =>
    [how, who, said].filter((part) => part !== null).join(' · '),
  capped: (cap: number) => `每项最多显示 ${cap} 条。`,
  what: (label: string, about: string) => (about === '' ? label : `${label}(${about})`),
  advice: (kind: TroubleKind) => advice[kind],
  again: '重新执行',
  gaveUp: '放弃',
  gaveUpHelp: '放弃的任务不会再执行,它们要做的事也不会做。',
  lookedInto: '写明查明结果',
  words: '说明',
  settled: '已处置。',
  verification: '日志核验',
  never: '还没有核验过。请系统运维人员运行 npm run audit:verify(建议每天一次)。',
  verified: (at: string, chains: number, events: number, anchors: number) =>
    `最近一次核验:${at},${chains} 条链,${events} 个事件,${anchors} 个锚点。`,
  whole: '全部一致。',
  broken: (count: number) => `发现 ${count} 处不一致。`,
} as const;
