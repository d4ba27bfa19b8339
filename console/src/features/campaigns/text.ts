/** Words of 一季一专题. */
export const campaignsText = {
  title: '一季一专题',
  tabs: { list: '专题', topics: '选题', seasons: '历季' },
  parts: {
    entries: '问题清单',
    force: '专班',
    public: '公开进展',
    after: '长效与复查',
    years: '前后对比',
  },
  none: '还没有专题。先在“选题”里排序,再由中心主任开题。',
  back: '返回专题列表',
  needed: '请填写',
  period: (from: string, to: string) => `诉求时段 ${from} 至 ${to}`,
  season: (year: number, quarter: number) => `${year}年第${quarter}季度`,
  ofYear: (year: number) => `${year}年`,
  counts: (problems: number, open: number) => `清单问题 ${problems} 个,未整改 ${open} 个`,
  heads: ['专题', '时间', '状态', '清单问题', '未整改'],
  openIt: '查看',
} as const;

export const openText = {
  button: '开题',
  done: '专题已开始。',
  help: '写明为什么选它;主题词是群众平时的说法,系统按它们归拢诉求。',
  kind: '种类',
  name: '专题名称',
  theme: '主题',
  themeHelp: '如:生态保护、校园周边、住房维权。',
  year: '年份',
  quarter: '季度',
  quarterOf: (no: number) => `第${no}季度`,
  from: '诉求从哪天起',
  to: '诉求到哪天止',
  why: '选题理由',
  whyNeeded: '至少四个字',
  terms: '主题词',
  termsHelp: '输入一个词后按回车,可以输入多个。',
  template: '沿用以前的专题',
  templateHelp: '带出它的主题和主题词,可以再改。',
} as const;

export const topicsText = {
  rank: '按季度排序选题',
  done: '排序完成,已经保存。',
  help: '按指标库现有的数排序,排完的结果原样保存,以后不变。',
  snapshots: '保存的排序',
  none: '还没有排过。',
  label: (year: number, quarter: number, at: string, by: string) =>
    `${year}年第${quarter}季度(${at} ${by})`,
  formula:
    '得分 = 件数 × 增长系数 × 危害系数 × 可解决系数。增长系数 = (本季件数+1)÷(去年同季件数+1),限 0.5 至 2,去年没有数据时为 1;危害系数 = 1 + 重复率 + 回潮率 + 不满意率 + 紧急件占比;可解决系数 = 0.5 + 解决率,没有评价时为 1。紧急件占比按每个事项最新的一百件算。',
  heads: ['事项', '件数', '去年同季', '重复', '回潮', '不满意', '紧急', '已解决', '得分'],
  empty: '这个季度没有可以排序的诉求。',
  share: (part: number, whole: number) => (whole === 0 ? '—' : `${part}/${whole}`),
  unknown: '无数据',
} as const;

export const funnelText = {
  title: '专题漏斗',
  asOf: (at: string) => `截至 ${at}`,
  now: '回到现在',
  day: '看某天结束时',
  parts: {
    all: '列入清单',
    inspected: '已现场核查',
    rectified: '已整改',
    toMedia: '转过媒体问效',
    open: '未整改',
  },
  both: (problems: number, appeals: number) => `${problems} 个问题 ${appeals} 件诉求`,
  addsUp: '另数一遍,各步数目对得上。',
  doesNot: '两种数法对不上,请告诉系统管理员。',
  keys: ['本步', '全部'],
} as const;

export const gatherText = {
  title: '归拢诉求',
  button: '开始归拢',
  done: '已开始归拢。',
  help: '系统读这个时段的诉求,把像这个主题的归成问题,等您核对。您已经核对过的不会变,没有核对的会重新提出。',
  run: '按哪次问题归集保持分组',
  runNone: '不用,零散的按乡镇归',
  terms: '主题词',
  changeTerms: '改主题词',
  termsDone: '主题词已改,下次归拢按它们找。',
  state: (state: string, read: number, proposed: number) =>
    `${state}:读了 ${read} 件,提出 ${proposed} 件`,
} as const;

export const entryText = {
  list: '问题清单',
  none: '清单还是空的,先归拢诉求,或在这里新增。',
  no: (no: number) => `${no}号`,
  appeals: (count: number) => `${count} 件`,
  supervised: (count: number) => `督办 ${count} 次`,
  cap: (cap: number) => `只显示前 ${cap} 个。`,
  orders: '其中的诉求',
  hidden: (count: number) => `另有 ${count} 件您无权查看。`,
  closeness: (share: number) => `相近 ${share}%`,
  history: '经过',
  said: (by: string | null) => by ?? '系统',
  accept: '列入清单',
  aside: '不列入',
  move: '推进',
  moveTo: '改为',
  done: '已记下。',
  reason: '理由',
  reasonNeeded: '至少两个字',
  rename: '改名',
  name: '问题名称',
  nameNeeded: '至少两个字',
  split: '拆出所选',
  splitHelp: '勾选的诉求成为另一个问题,阶段不变。',
  take: '移出所选',
  takeHelp: '勾选的诉求不属于这个问题。系统以后不再提出它们。',
  merge: '并入另一问题',
  mergeInto: '并入哪个问题',
  add: '加入诉求',
  addHelp: '按编号或内容找一件。',
  order: '诉求',
  chosen: (count: number) => `已选 ${count} 件`,
  choose: '选这件',
  words: '共同的词',
} as const;

export const closeText = {
  button: '结束专题',
  done: '专题已结束。',
  help: '结束后清单只能查看。请写明结果。',
  closed: (at: string, why: string) => `${at} 结束:${why}`,
} as const;
