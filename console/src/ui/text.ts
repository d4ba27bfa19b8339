export const uiText = {
  print: '打印',
  orderWords: '输入工单编号或文字',
  many: {
    choose: (orderNo: string) => `选择工单 ${orderNo}`,
    most: (most: number) => `一次最多 ${most} 件。`,
    notDone: (orderNo: string, why: string) => `${orderNo}:${why}`,
  },
  loading: '正在读取…',
  more: '再显示一些',
  shown: (count: number, unit: string) => `已显示 ${count} ${unit}`,
  shownAll: (count: number, unit: string) => `共 ${count} ${unit},已全部显示`,
  capped: (cap: number, unit: string) => `最多显示 ${cap} ${unit},请用条件缩小范围`,
  orderUnit: '件',
  empty: '这里没有待办,可以歇一会儿。',
  nothingFound: '没有找到符合条件的内容。',
  chooseFromList: '请从左边的列表选一件。',
  backToList: '返回列表',
  cancel: '取消',
  save: '保存',
  submit: '提交',
  close: '关闭',
  retry: '重试',
  submitKey: 'Ctrl + 回车提交',
  repeat: (times: number) => `第 ${times} 次反映`,
  appealsInIssue: (count: number) => `同一事项 ${count} 件诉求`,
  claimedBy: (name: string) => `${name} 正在处理`,
  openOrder: '打开工单页',
  autoSent: '自动派单',
  supervised: (level: string) => (level === 'S1' ? '催办' : `督办 ${level}`),
  noDue: '无时限',
  none: '无',
  notFilled: '未填写',
} as const;

export const clockText = {
  paused: '计时暂停',
  left: (span: string) => `剩 ${span}`,
  over: (span: string) => `超 ${span}`,
  justOver: '刚到期',
  nearly: '不到 1 分钟',
  due: (at: string) => `到期时间 ${at}`,
  days: (n: number) => `${n} 天`,
  hours: (n: number) => `${n} 小时`,
  minutes: (n: number) => `${n} 分钟`,
  seconds: (n: number) => `${n} 秒`,
} as const;

export const unitText = {
  placeholder: '输入单位名称或编号',
  looking: '正在查找…',
  closed: '暂不接收工单',
  none: '没有找到单位',
} as const;

export const areaText = {
  placeholder: '输入乡镇、街道或村居名称,也可逐级选择',
  up: '上一级',
  chosen: (name: string) => `已选:${name},可继续选下一级`,
  none: '没有找到区域',
  level: { city: '市', county: '县区', town: '乡镇街道', village: '村居' },
} as const;

export const matterText = {
  placeholder: '输入事项词语、拼音或编码',
  looking: '正在查找…',
  none: '没有找到事项,换个说法试试',
  remove: (name: string) => `去掉 ${name}`,
} as const;

export const fileText = {
  add: '添加附件',
  addPhoto: '添加照片',
  uploading: '正在上传…',
  remove: (name: string) => `移除 ${name}`,
  open: (name: string) => `查看 ${name}`,
  none: '没有附件',
  takenAt: (at: string) => `拍摄于 ${at}`,
  withPlace: '带位置',
  group: (purpose: string, count: number) => `${purpose}(${count})`,
  download: 'HEIC 照片,浏览器打不开,请下载后用看图软件打开',
  centreOnly: 'HEIC 照片里的拍摄信息去不掉,只有中心能打开;需要时请联系中心转成 JPG',
} as const;

export const mapText = {
  label: '位置地图',
  pick: '在地图上点一下即可标出位置',
  noTiles: '未配置地图底图,只显示位置点;不影响办理。',
  coordinates: (lng: number, lat: number) => `经度 ${lng.toFixed(5)},纬度 ${lat.toFixed(5)}`,
  clear: '清除位置',
  loading: '正在打开地图…',
  zoomIn: '放大',
  zoomOut: '缩小',
  openMap: '在地图上标位置',
} as const;

export const contactText = {
  read: '查看联系方式',
  help: '谁、什么时候、为什么看,都会留下记录。',
  purpose: '用途',
  needed: '请写明用途(至少 4 个字)',
  contactOf: ({ name, phone }: { name: string; phone: string }) =>
    [name, phone].filter(Boolean).join(' '),
} as const;

export const purposeText = {
  purpose: '导出目的',
  needed: '请写明导出目的(至少 4 个字)',
  exported: '已导出',
  export: '导出表格',
  exportShown: '导出当前列表。请写明用途,会和导出人一起记录。',
  exportLimit: (most: number) => `一次最多导出 ${most} 行。`,
} as const;

export const reasonText = {
  label: '原因',
  needed: '请说明原因',
  neededAtLeast: (least: number) => `请说明原因,至少 ${least} 个字`,
} as const;

export const orderFactsText = {
  whyUrgent: '因何紧急',
  becauseOf: {
    rule: (name: string, words: string) => `听到险情词:${name}${words && `(${words})`}`,
    reading: (name: string, words: string) => `识别:很像${name}${words && `(${words})`}`,
  },
  content: '诉求内容',
  demand: '诉求目的',
  unitText: '发给单位的文字',
  matter: '事项',
  area: '区域',
  address: '地点',
  happenedAt: '发生时间',
  subject: '被反映对象',
  channel: '来源',
  acceptedAt: '受理时间',
  promiseAt: '承诺时间',
  files: '诉求附件',
  supplements: '诉求人补充',
  answer: '答复',
} as const;

export const requesterWordsText = {
  title: '询问与答复',
  asked: (unit: string, at: string) => `${at} ${unit}询问`,
  answered: (at: string) => `${at} 诉求人答复`,
  state: {
    waiting: '等待诉求人答复,计时暂停',
    answered: '已答复',
    unanswered: '没有等到答复,按现有情况办理',
  },
} as const;

export const assignmentText = {
  sent: '派发',
  signed: '签收',
  signedLate: '超时签收',
  contacted: '联系',
  arrived: '到场',
  fixed: '修复',
  submitted: '提交',
  done: '办结',
  finish: '办结',
  firstPhoto: '首张现场照片',
} as const;

/** 专人专办. */
export const readersText = {
  name: '指定办理人',
  change: '更换办理人',
  people: '办理人(至少一位;主办单位要含一位有签批权的人)',
  help: '专人专办的工单只有被指定的人能看到,列表、查询、导出和消息里都是如此。去掉勾选的人就不再看得到。',
  maySignOff: '可签批',
  nobody: (unit: string) => `“${unit}”及其上级单位还没有可以办理的账号,请先请管理员开设。`,
  done: '已指定办理人',
  named: (names: string) => `专人:${names}`,
  waiting: '专人专办,等待分管领导指定办理人',
} as const;

export const replyListText = {
  none: '还没有答复。',
  signedBy: (name: string) => `分管领导 ${name} 已签批`,
  verdict: '结论',
  isTrue: { true: '属实', partly: '部分属实', 'not-true': '不属实' },
  isSolved: { solved: '已解决', partly: '部分解决', 'not-solved': '未解决' },
  unsolvedReason: '未解决原因',
  process: '办理情况',
  measures: '措施',
  assets: '设施变化',
  assetWords: (what: string, count: number, place: string) =>
    place === '' ? `${what} × ${count}` : `${what} × ${count}(${place})`,
  basis: '依据',
} as const;

export const peopleText = {
  open: '查看诉求人',
  title: '诉求人信息',
  ask: '请选择查看目的。每次查看都会记录时间、人员和目的。',
  view: '查看',
  close: '看完了,关闭',
  masked: '按保密要求,号码已隐去部分数字,需要联系时请用平台拨号。',
  anonymous: '诉求人要求匿名。',
  name: '称呼',
  phone: '联系电话',
  otherPhone: '备用电话',
  identityNumber: '证件号码',
  company: '企业名称',
  tags: '群体',
  tagWords: {
    elderly: '老年人',
    disabled: '残疾人',
    minor: '未成年人',
    veteran: '退役军人',
    foreign: '外籍人士',
    'migrant-worker': '务工人员',
  },
} as const;

export const askedText = {
  reached: '接通',
  notReached: '未接通',
  process: (rating: string) => `过程${rating}`,
  result: (rating: string) => `结果${rating}`,
} as const;

export const forecastText = {
  title: '来量预测',
  chart: '过去四周与今后两周每天的诉求件数',
  none: '计数满五周后才有预测。',
  held: (held: number, told: number) => `过去 ${told} 天有 ${held} 天落在预测带内(应约八成)`,
  madeAt: (at: string) => `${at} 作出,每晚更新`,
  next: (on: string, low: number, high: number, name: string | null) =>
    `${on}${name ? `(${name})` : ''} ${low}–${high} 件`,
  formula: '按星期、季节、节假日(春节按农历对齐)和近期走势推算;预测带的宽度取自过去真实的误差。',
} as const;

export const lettersPanelText = {
  title: '公文函件',
  draft: '起草函件',
  none: '还没有就此发过函件。',
  line: (no: string, title: string, state: string) => `${no} ${title}(${state})`.trim(),
} as const;

export const bandChartText = {
  band: '期望带',
  seen: '实际件数',
  outside: '超出期望带',
  said: (label: string, days: number, outside: number) =>
    `${label}:共 ${days} 天,${outside} 天超出期望带`,
  day: ({
    on,
    seen,
    low,
    high,
  }: {
    on: string;
    seen: number | null;
    low: number | null;
    high: number | null;
  }) => `${on}:${seen ?? '—'} 件${low === null ? '' : `,期望 ${low}–${high ?? ''} 件`}`,
} as const;

/** Words of the automatic scan. */
export const scanText = {
  found: (said: string) => `自动扫描发现:${said}`,
  clean: '自动扫描没有发现个人信息。',
  maybe: '(可能不是人名,签认的人可以说明)',
} as const;

/** Words of the orders a figure is made of. */
export const figureText = {
  orders: '看工单',
  part: { numerator: '分子里的', denominator: '分母里的', 'left-out': '剔除的' },
  noOrders: '没有工单。',
  hidden: (count: number) => `另有 ${count} 件您无权查看。`,
} as const;

/** Words of a task given to a unit, and of the leader's note that asks for it. */
export const noteFieldsText = {
  leader: '批示领导(写职务)',
  words: '批示原文',
  title: '交办事项',
  wanted: '办理要求',
  unit: '责任单位',
  days: '几个工作日内办结',
  needed: '请填写',
  needed4: '至少四个字',
} as const;
