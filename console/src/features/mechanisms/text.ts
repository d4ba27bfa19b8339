import type { MechanismTab } from './search.ts';

export const mechanismsText = {
  title: '特色机制',
  intro:
    '本市自己的办法:什么样的诉求、派给谁、多快、要核查什么、算哪些数,都写在城市数据里,改机制不用改程序。',
  list: '各项机制',
  none: '本市还没有写下特色机制。',
  invented: '示例',
  held: (orders: number, open: number, isCut: boolean) =>
    `今年 ${orders}${isCut ? '+' : ''} 件,在办 ${open} 件`,
  tabs: {
    figures: '成效',
    orders: '工单',
    groups: '按对象',
    joint: '联合督办',
    rules: '机制说明',
  } satisfies Record<MechanismTab, string>,
  basis: (basis: string) => `依据:${basis}`,
  from: '自',
  until: '至',
  season: (name: string, day: string, from: string) =>
    `${name}从 ${day} 开始放假,${from} 起按对象预警。`,
  seasonOn: (name: string, day: string) =>
    `${name}(${day})临近:未办结的项目和单位已标出,请逐个督促。`,
  isCut: '工单太多,只统计了最近的两万件。',
} as const;

export const figuresText = {
  sums: '总数',
  orders: '归入工单',
  open: '在办',
  cameBack: '解决后 180 天内又被反映(回潮)',
  repeats: '同一对象再次投诉',
  figures: '指标',
  heads: ['指标', '数值', '件数'],
  times: '用时(中位数)',
  timeHeads: ['环节', '本机制', '一般工单'],
  timesOf: (matters: string) => `一般工单:${matters}中不在本机制内、最近派出的。`,
  noOrdinary: '没有可比的一般工单。',
  span: (from: string, to: string) => `${from} → ${to}`,
  hours: (hours: number | null, orders: number) =>
    hours === null ? '—' : `${hours} 小时(${orders} 件)`,
  count: (value: number) => `${value} 件`,
  yuan: (fen: number) => `${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元`,
  share: (value: number, part: number, whole: number) =>
    `${(value * 100).toFixed(1)} %(${part}/${whole})`,
  none: '—',
  of: (part: number, whole: number) => `${part}/${whole} 件`,
  missed: (count: number) => `未达到 ${count} 件`,
} as const;

export const ordersText = {
  parts: {
    all: '全部',
    open: '在办',
    'came-back': '回潮',
    repeats: '再次投诉',
    in: '指标内',
    out: '指标外',
  },
  behind: (name: string, isOut: boolean) => (isOut ? `“${name}”之外的工单` : `“${name}”的工单`),
  ofGroup: (name: string) => `“${name}”的工单`,
  all: '看全部工单',
  heads: ['工单', '状态', '机制要素'],
  none: '没有这样的工单。',
  hidden: (count: number) => `另有 ${count} 件您无权查看。`,
  more: '再看 50 件',
} as const;

export const groupsText = {
  by: '按什么归集',
  dossier: '对象档案只计核实属实、且未经复核剔除的工单;对方有异议的,可在工单页代为提出。',
  heads: ['名称', '工单(件)', '在办(件)', '计入档案(件)', '金额', '最近一件'],
  warned: '节前预警',
  whole: '对象档案',
  none: '近一年没有这样的工单。',
  isCut: '只列出前 200 个。',
} as const;

export const jointText = {
  intro: (days: number, units: string) =>
    `每 ${days} 天一次,由${units}一起看。名单里没有诉求人信息。`,
  heads: ['工单', '区域', '主办', '受理', '期限', '督办', '情况'],
  closed: '本期办结',
  repeat: '再次投诉',
  none: '本期没有在办的,也没有刚办结的。',
  cap: (count: number) => `最多列出 ${count} 件。`,
  plan: '安排联席会议',
  planTitle: (name: string) => `${name}联席会议`,
} as const;

export const planText = {
  help: (items: number, units: number) =>
    `议题是名单上在办的 ${items} 件(最多 20 件),请到会的是名单上的 ${units} 个单位。`,
  item: (orderNo: string) => `工单${orderNo}的办理进度`,
  startsAt: '开始时间',
  place: '地点',
  needed: '请填写',
  done: '会议已安排,已通知各单位',
} as const;
