import type { AppealType, IntakeResult } from '@minsheng/contract';

export const agentText = {
  title: '话务台',
  tabs: '话务列表',
  tab: {
    calls: '来电',
    missed: '未接来电',
    'to-accept': '待受理',
    'to-check': '规则受理待核',
    'in-transfer': '转接待反馈',
    'need-info': '待补充',
  },
  empty: {
    'to-accept': '没有等待受理的诉求。',
    'to-check': '没有需要核对的自动受理工单。',
    'in-transfer': '没有等待对方反馈的转接。',
    'need-info': '没有等待补充信息的工单。',
  },
  keySheet: '快捷键',
  keyHint: '按 ? 查看快捷键',
} as const;

export const callText = {
  quiet: '分流来电',
  ringing: '来电',
  noRinging: '现在没有来电。',
  demoCall: '模拟来电',
  demoHelp: '模拟话机:振一通虚构的来电',
  manual: '手工登记',
  manualTitle: '手工登记来电',
  manualNumber: '来电号码',
  manualHelp: '用桌面电话接听时,在这里输入对方号码。号码加密保存。',
  numberNeeded: '请填写 5 到 20 位电话号码',
  manualLine: '拨打的号码(可不填)',
  answer: '接听',
  talking: '您正在通话,先挂断再接听',
  sim: '模拟',
  dialled: (line: string, name: string) => (name === '' ? `拨打 ${line}` : `拨打 ${line}(${name})`),
  waiting: (span: string) => `已等 ${span}`,
  lasting: (span: string) => `通话 ${span}`,
  end: '挂断',
  ended: '通话已结束',
  setAsideFirst: '正在填写的内容已暂存',
  callsIn30: (count: number) => `近 30 天来电 ${count} 次`,
} as const;

export const ownCallText = {
  title: '正在通话',
  shownAs: (line: string) => `回拨,对方看到 ${line}`,
  dialling: '正在呼叫',
  back: '回到来电',
  end: '挂断',
  endAgain: '再按 H',
  cancel: '取消呼叫',
  cancelled: '已取消呼叫',
  dialByHand: '请用话机拨打',
  reached: '接通',
  said: '已登记回拨结果',
} as const;

export const missedText = {
  title: '未接来电',
  help: '响铃无人接或来电人先挂断的号码,最新的在前;回拨接通、来电人再次打进并接听后自动离开。',
  none: '没有未接来电。',
  more: (count: number) => `只显示最新的 ${count} 个号码`,
  state: { abandoned: '等候中挂断', missed: '响铃无人接' } as Readonly<Record<string, string>>,
  waited: (seconds: number) => `等了 ${seconds} 秒`,
  tries: (count: number) => `来电 ${count} 次`,
  due: '回拨',
  attempts: (count: number) => `已回拨 ${count} 次`,
  lastCause: (cause: string) => `上次${cause}`,
  beingRung: '同事正在回拨',
  ring: '回拨',
  ringByHand: '话机回拨',
  ringByHandHelp: '显示号码,由您用桌面电话拨打,再登记结果',
  leave: '不再回拨',
  leaveHelp: '号码从列表移走,不再提醒。再次漏接会重新出现。',
  leaveWhy: '原因',
  left: '已移出未接来电',
} as const;

export const callerText = {
  title: '来电人',
  unknownName: '未登记称呼',
  openOrders: '在办工单',
  noOpen: '没有在办工单。',
  earlier: '以前的工单',
  newAppeal: '登记新诉求',
  keys: '数字选工单,再按:',
  acts: {
    progress: '查进度',
    supplement: '补充',
    urge: '催办',
    number: '改号码',
    withdraw: '撤回',
  },
  actKeys: { progress: 'J', supplement: 'B', urge: 'C', number: 'G', withdraw: 'X' },
  progressTitle: '办理进度(读给来电人)',
  promise: (at: string) => `承诺时间:${at}`,
  asked: '承办单位想了解',
  answerField: '来电人对这个问题的答复',
  supplementField: '来电人补充的内容',
  urgeField: '催办说明(可不填)',
  numberField: '新的联系电话',
  withdrawField: '撤回原因(可不填)',
  done: {
    supplement: '已补充',
    answer: '已转给承办单位,继续计时',
    urge: '已催办',
    number: '号码已更正',
    withdraw: '已撤回',
  },
} as const;

/** 事项建议. */
export const suggestText = {
  title: '事项建议',
  help: '点击采用,或按 F7 采用第一条;由您决定。',
  named: '城市日常说法',
  probability: (share: number) => `把握 ${Math.round(share * 100)}%`,
  words: (words: string) => `看到的词:${words}`,
  catalogue: (unit: string, row: string, basis: string) =>
    `第一条按派单目录由${unit}承办(${row});依据:${basis}`,
  alike: '相似已办:',
  type: '类型建议',
  defaultType: '按第一条事项的默认类型',
} as const;

/** How sure a reading is; no share of anything counted, so it is said in words. */
function sureness(confidence: number): string {
  if (confidence >= 0.8) return '把握较大';
  return confidence >= 0.5 ? '有些把握' : '把握不大';
}

/** 地点建议. */
export const placeSuggestText = {
  title: '地点建议',
  help: '点击采用,或按 F3 填入空着的项;已填的不会改动。',
  area: '区域',
  differs: '文中像是这里,与所选不同',
  equal: '几处同样可能,请问清是哪一处',
  learnt: '以往工单多在这里',
  why: (confidence: number, words: string) => `${sureness(confidence)} · 看到的词:${words}`,
  sureness,
  address: '详细地点',
  point: '坐标',
  pointWhy: '以往工单标注的中间位置',
  coordinates: (lng: number, lat: number) => `${lng.toFixed(5)}, ${lat.toFixed(5)}`,
  subject: '被反映对象',
  hidden: '地点名称被隐去(如某小区、XX路),请问清具体名称。',
  unsaid: '没有说清地点,请问一句在哪里。',
} as const;

export const formText = {
  title: '诉求登记',
  forCall: (number: string) => `来电 ${number}`,
  noCall: '未关联来电',
  channel: '来源',
  content: '诉求内容',
  contentHelp: '谁、何时、何地、什么事、希望怎么办;用诉求人的原话。',
  demand: '希望怎么办',
  shortTitle: '标题(可不填,自动取首句)',
  matter: '事项',
  type: '诉求类型',
  typeQuestions: {
    ZX: '只是想了解情况?',
    QZ: '需要有人帮助办成一件事,没有责怪谁?',
    TS: '自己的权益或受到的服务被谁影响了?',
    JB: '发现违法违规,主要不是自己的纠纷?',
    JY: '提出改进的主意?',
    BY: '表示感谢?',
  } satisfies Record<AppealType, string>,
  questions: '请问清楚',
  fields: '事项要素',
  area: '所在区域',
  address: '详细地点',
  addressHelp: '路名、门牌、小区、标志物',
  happenedAt: '发生时间',
  subject: '被反映对象',
  person: '诉求人',
  name: '称呼',
  phone: '联系电话',
  phoneFromCall: '不填则用来电号码',
  otherPhone: '备用电话',
  kind: '诉求人类型',
  company: '企业或组织名称',
  isSelf: '本人反映',
  tags: '特殊群体',
  tagWords: {
    elderly: '老年人',
    disabled: '残疾人',
    minor: '未成年人',
    veteran: '退役军人',
    foreign: '外籍人士',
    'migrant-worker': '务工人员',
  },
  language: '语言或方言',
  anonymous: '匿名',
  secrecy: '保密',
  secrecyHelp: {
    0: '承办单位可看到联系方式',
    1: '承办单位看不到身份,号码隐藏',
    2: '不保存身份,只保留回访途径',
    3: '只有指定人员可以查看',
  },
  needsReply: '需要回复',
  needsCallBack: '需要回访',
  yes: '是',
  no: '否',
  choose: '请选择',
  yuan: '元',
  more: '更多诉求人信息',
} as const;

export const urgencyText = {
  title: '紧急程度',
  raisedBy: '因以下词语提高',
  doubted: (trigger: string, words: readonly string[], calm: readonly string[]) =>
    calm.length > 0
      ? `听到“${words.join('、')}”(${trigger}),又有“${calm.join('、')}”:请问清是不是正在发生`
      : `听到“${words.join('、')}”(${trigger}),整段话又像平常事:请问清是不是正在发生`,
  proposed: (kind: string, words: readonly string[]) =>
    words.length > 0 ? `很像险情:${kind}(${words.join('、')})。` : `很像险情:${kind}。`,
  isDanger: '是险情',
  isNoDanger: '不是险情',
  saidDanger: '问清是险情',
  saidNoDanger: '问清不是险情',
  asProposed: '识别建议,请您判断',
  night: '夜间',
  asComputed: '按规则判定',
  lowerOnlyLead: '只有班长可以降低',
  reason: '调整原因',
} as const;

export const resultText = {
  title: '处理方式',
  help: {
    dispatch: '转派单员派给承办单位',
    answer: '当场答复,引用知识条目或写明答复',
    dispose: '不属于受理范围,告知途径',
    transfer: '当场转接到其他热线或部门。特急诉求留在“转接待反馈”,直到对方反馈',
  } satisfies Record<IntakeResult, string>,
  cited: (title: string) => `已引用知识条目:${title}`,
  uncite: '取消引用',
  answer: '答复内容',
  disposition: '告知情形',
  dispositionReason: '说明',
  read: '读给来电人',
  tellChannel: '告知途径',
  transferTo: '转接到',
  awaitsFeedback: '跟踪到对方反馈',
} as const;

export const saveText = {
  save: '保存(F9)',
  accept: '受理(F9)',
  setAside: '暂存,接下一通(F8)',
  clear: '清空',
  missing: '还差:',
  missingWords: {
    content: '诉求内容(至少 4 个字)',
    type: '诉求类型',
    matter: '事项',
    area: '所在区域',
    field: '事项要素',
    contact: '联系电话,或勾选匿名',
    answer: '答复内容',
    disposition: '告知情形和说明',
    transfer: '转接到哪里',
    urgencyReason: '调整紧急程度的原因',
  },
  saved: (orderNo: string) => `已登记,工单号 ${orderNo}`,
  promise: (at: string) => `承诺 ${at} 前答复,请告知来电人`,
  keptLocally: '内容自动保留,刷新不会丢',
  next: '登记下一件',
  setAsideDone: '已暂存',
  repeats: '可能是重复诉求',
  repeatsHelp: '先核对:同一件事请选“关联”,或直接对原工单补充、催办。',
  repeatReason: { 'same-matter': '同一事项', 'same-area': '同一地点', 'same-caller': '同一来电人' },
  linkRepeat: '关联为重复',
  unlinkRepeat: '取消关联',
} as const;

export const nearText = {
  title: '附近同类:别人可能反映过同一件事',
  help: '可以告诉来电人已有多少人反映。并入后本件仍有自己的编号、回复和评价。',
  told: (appeals: number, people: number) => `已有 ${people} 人反映(${appeals} 件诉求)`,
  join: '保存时并入',
  apart: '不并入',
} as const;

export const draftText = {
  title: '暂存的登记',
  resume: '继续填写',
  drop: '删除',
  unnamed: '未写内容',
  dropped: '已删除暂存',
} as const;

export const waitingText = {
  take: '开始受理',
  taken: '已由您受理',
  accepted: '已受理',
  origin: '诉求人原文',
  acceptForm: '受理',
  checkTitle: '核对自动受理',
  checkHelp: {
    urgent:
      '这件特急诉求没有人及时受理或派单,系统已按规则派出。请核对类型、事项和派单单位是否正确。',
    imported: '这件诉求由文件导入,系统已按目录受理并派出。请核对类型、事项和派单单位是否正确。',
  },
  checkRight: '正确',
  checkWrong: '有误,需要调整',
  checkNote: '有误之处',
  checked: '已核对',
  infoTitle: '补充信息',
  infoHelp: '诉求人在网页上答复会自动转给承办单位;电话问到的请写在这里。',
  infoField: '向诉求人了解到的信息',
  infoSubmit: '补充并继续办理',
  infoDone: '已补充,继续计时',
  notAllowed: '这件诉求目前不能由您办理,可能已由他人受理。',
} as const;

export const transferText = {
  listRow: '互转清单',
  how: '通话',
  decided: (byThreeWay: boolean, firstReceiver: boolean) =>
    firstReceiver ? '三方通话未能明确职责,首接负责' : byThreeWay ? '三方通话' : '直接转接',
  title: '转接跟踪',
  to: '转接到',
  sentAt: '转接时间',
  dueAt: '应反馈时间',
  receivedAt: '对方接收',
  notReceived: '尚未确认',
  theirNo: '对方单号',
  age: (span: string) => `已转接 ${span}`,
  receipt: '登记对方接收',
  correctNo: '更正对方单号',
  receiptHelp: '对方确认收到后登记;有单号的请一并记下,便于查询。',
  receiptDone: '已登记对方接收',
  end: '登记反馈并办结',
  endHelp: '对方反馈的办理情况诉求人可以看到,请写清楚已经做了什么,不写内部信息。',
  feedback: '反馈情况',
  endDone: '已登记反馈,工单办结',
  returns: '退回,转派单',
  returnHelp: '对方不办或需要收回时,工单转到待派单,由派单员确定承办单位;特急件一分钟内按目录派出。',
  returnReason: '退回原因',
  returnDone: '已转到待派单',
} as const;

export const knowledgeText = {
  title: '知识库(F4)',
  search: '搜索知识库',
  placeholder: '词语或拼音首字母',
  none: '没有找到条目。',
  expired: '已过期,不能引用',
  until: (day: string) => `有效期至 ${day}`,
  owner: '责任单位',
  basis: '依据',
  invented: '示例条目',
  cite: '引用为答复',
  read: '已读给来电人',
  readDone: '已记录读给来电人',
} as const;

export const alarmText = {
  title: {
    'to-accept': (count: number) => `特急诉求等待受理:${count} 件`,
    'to-dispatch': (count: number) => `特急工单等待派单:${count} 件`,
  },
  go: { 'to-accept': '立即受理', 'to-dispatch': '立即派单' },
  mute: '关闭声音',
  wake: '声音未打开,点这里打开',
  muted: '声音已关闭',
} as const;

export const keySheetText = {
  title: '快捷键',
  note: '输入法选字时快捷键不起作用;单个字母只在没有输入框获得光标时有效。',
  rows: [
    ['F2', '接听最早的来电;正在通话时回到来电人卡片,不会接起别的来电'],
    ['F6', '未接来电,回拨'],
    ['F3', '采用地点建议,填入空着的区域、地点和被反映对象;已填的不会改动'],
    ['F4', '到知识库搜索,再按一个字母即出结果'],
    ['F7', '采用第一条事项建议;已选事项时不会改动'],
    ['F8', '暂存当前登记,接下一通'],
    ['F9 / Ctrl+回车', '保存登记'],
    ['F10', '一键转110:已写的内容立即送出,再接通电话'],
    ['1–9', '在来电人卡片选在办工单'],
    ['J', '查进度'],
    ['B', '补充内容'],
    ['C', '催办'],
    ['G', '改号码'],
    ['X', '撤回'],
    ['N', '登记新诉求'],
    ['H H', '连按两次挂断'],
    ['?', '打开本页'],
  ],
} as const;
