/** 险情例句: one invented sentence for every trigger of the two cities, and who must be on the way for it. */
export interface ExampleDanger {
  readonly say: string;
  /** Department slugs: the cities gave some duties to different bureaus. */
  readonly leads: readonly string[];
  readonly isDeadly: boolean;
  /** Who must be linked besides the police. */
  readonly links?: readonly string[];
  readonly when?: 'night' | 'exam';
}

export const dangers: Readonly<Record<string, ExampleDanger>> = {
  trapped: {
    say: '电梯里困住了三个人,有老人喘不上气',
    leads: ['scjg'],
    isDeadly: true,
    links: ['xfj', 'jj120'],
  },
  'lift-trapped': {
    say: '电梯突然停了,门打不开,里面有两个孩子',
    leads: ['scjg'],
    isDeadly: true,
    links: ['xfj', 'jj120'],
  },
  'fallen-in': {
    say: '有个孩子踩空,整个人掉进路边的井里',
    leads: ['zjj', 'yjj'],
    isDeadly: true,
    links: ['xfj', 'jj120'],
  },
  'closed-space': {
    say: '两个工人下化粪池清淤,叫不醒了',
    leads: ['yjj'],
    isDeadly: true,
    links: ['xfj', 'jj120'],
  },
  'co-poisoning': {
    say: '昨晚烧炭火取暖,早上一家人都叫不醒',
    leads: ['yjj'],
    isDeadly: true,
    links: ['jj120'],
  },
  crash: {
    say: '路口出了车祸,司机夹在驾驶室里',
    leads: ['gaj', 'jjzd', 'jj110', 'yjj'],
    isDeadly: true,
    links: ['xfj', 'jj120'],
  },
  'danger-height': {
    say: '一个小孩爬到窗台外面的空调外机上',
    leads: ['yjj'],
    isDeadly: true,
    links: ['xfj', 'jj120'],
  },
  'child-in-car': {
    say: '后排有个小孩被锁在车里,天很热',
    leads: ['yjj'],
    isDeadly: true,
    links: ['xfj', 'jj120'],
  },
  bomb: { say: '工地挖出一枚像炮弹的东西', leads: ['gaj', 'jj110'], isDeadly: true },
  stampede: {
    say: '庙会楼梯口踩踏,好多人跌倒',
    leads: ['gaj', 'jj110'],
    isDeadly: true,
    links: ['xfj', 'jj120'],
  },
  'pipe-burst': { say: '供水管爆了,水柱冲得比楼还高', leads: ['sw'], isDeadly: true },
  'alone-old': {
    say: '隔壁独居老人两天没开门,敲门也没人应',
    leads: ['mzj'],
    isDeadly: true,
    links: ['jj120'],
  },
  animals: {
    say: '野猪冲进村小学,顶伤一个人',
    leads: ['lyj', 'lcj', 'zrzy', 'lcy', 'gaj'],
    isDeadly: false,
  },
  'electric-shock': {
    say: '高压线电线断了,垂在村口水沟里',
    leads: ['gd'],
    isDeadly: true,
    links: ['xfj'],
  },
  'gas-leak': { say: '厨房关了阀门还是一股煤气味', leads: ['rq'], isDeadly: true, links: ['xfj'] },
  suicide: {
    say: '楼上有个年轻人说不想活了,坐在阳台外面',
    leads: ['wjw'],
    isDeadly: true,
    links: ['jj120'],
  },
  'wage-extreme': {
    say: '老板欠薪半年,工人现在都在楼顶不肯下来',
    leads: ['rsj'],
    isDeadly: true,
    links: ['xfj'],
  },
  'lost-person': { say: '我家老人早上走失了,到现在没回来', leads: ['mzj'], isDeadly: true },
  crowd: { say: '两百多人堵路,双方要动手了', leads: ['jj110'], isDeadly: true },
  'food-poisoning': {
    say: '昨晚吃完酒席,一桌人上吐下泻',
    leads: ['scjg'],
    isDeadly: true,
    links: ['jj120'],
  },
  'manhole-night': {
    say: '巷口的井盖不见了,黑灯瞎火的',
    leads: ['zjj'],
    isDeadly: true,
    when: 'night',
  },
  'manhole-road': { say: '马路中间的井盖没了,车都在绕', leads: ['zjj'], isDeadly: false },
  'exam-noise': {
    say: '考点外面还在施工,考生都听不清听力',
    leads: ['gaj'],
    isDeadly: false,
    when: 'exam',
  },
  fire: { say: '三楼住户家里冒烟起火了', leads: ['yjj'], isDeadly: true, links: ['xfj'] },
  collapse: { say: '老房子后墙坍塌了一半', leads: ['zjj'], isDeadly: true, links: ['xfj'] },
  flood: { say: '下穿隧道积水,车熄火在里面', leads: ['zjj'], isDeadly: true },
  'tree-down': {
    say: '大树压在路上,把路全挡住了,树倒的时候有人经过',
    leads: ['cgj', 'zjj'],
    isDeadly: true,
  },
  violence: { say: '楼下有人拿刀追人', leads: ['jj110'], isDeadly: true },
  'child-harm': { say: '小孩在家里被虐待,身上都是伤', leads: ['mzj'], isDeadly: true },
  'overcharge-tour': { say: '导游扣留我们的证件,不买不让上车', leads: ['scjg'], isDeadly: true },
  'hazard-chemical': {
    say: '工厂液氨泄漏,周围气味刺鼻',
    leads: ['yjj'],
    isDeadly: true,
    links: ['xfj'],
  },
  drowning: {
    say: '有个孩子掉进河里了,水很急',
    leads: ['slj'],
    isDeadly: true,
    links: ['xfj', 'jj120'],
  },
  injured: {
    say: '公交站有位大爷昏过去了,叫不醒',
    leads: ['yjj'],
    isDeadly: true,
    links: ['jj120'],
  },
  'water-cut-wide': { say: '整个小区停水一天了,还没人来修', leads: ['sw'], isDeadly: false },
  'signal-out': { say: '十字路口红绿灯全灭了', leads: ['jjzd'], isDeadly: false },
  'sewage-out': { say: '下水道污水外溢到店门口', leads: ['zjj'], isDeadly: false },
  'elevator-stop': { say: '小区电梯停运三天了', leads: ['scjg'], isDeadly: false },
  'fire-lane': { say: '楼下消防通道被占了,消防车进不来', leads: ['xfj'], isDeadly: false },
  'ebike-charge': { say: '邻居把电瓶拿到楼道里充电', leads: ['xfj'], isDeadly: false },
  'dog-bite': { say: '没拴的狗咬了我邻居', leads: ['gaj'], isDeadly: false },
  'wage-due': { say: '项目部拖欠我们工地的工钱', leads: ['rsj'], isDeadly: false },
  typhoon: {
    say: '台风把屋顶掀翻了,一家人没地方躲',
    leads: ['yjj'],
    isDeadly: true,
    links: ['xfj'],
  },
  sea: {
    say: '礁石上有人被涨潮困在海边,手机快没电了',
    leads: ['wlj'],
    isDeadly: true,
    links: ['hyj'],
  },
  'tulou-fire': { say: '土楼二层有明火', leads: ['yjj'], isDeadly: true, links: ['xfj'] },
  'sand-storm': { say: '百里风区大风把车掀翻了', leads: ['yjj'], isDeadly: true, links: ['xfj'] },
  snow: { say: '暴雪把我们堵在山口,断粮两天了', leads: ['yjj'], isDeadly: true, links: ['xfj'] },
  'heat-cut': { say: '家里暖气冰凉,孩子感冒了', leads: ['gr'], isDeadly: false },
};
