/** 演示台账, invented: a ledger founded some days ago, its sites as far as each has come by now. */
export const ledgerWords = {
  matter: '010402',
  looked: '鸽棚 鸽子',
  name: '楼顶鸽棚和私搭整治台账(示例)',
  path: 'illegal-building',
  daysAgo: 8,
  /** What it begins with: answered on the line. */
  first: {
    content: '我们楼顶的鸽棚社区已经拆了,想问附近几栋楼顶也有,能不能一起管。',
    address: '示例花园 1 幢楼顶',
    answer: '楼顶鸽棚属于私搭,由住建部门会同社区处理;附近各栋将统一摸排,列入台账逐处整治。',
  },
  /** How far each place an order told of has come. */
  told: ['closed', 'cleared', 'helped'],
  /** 摸排 found these, in the same area. */
  surveyed: [
    { address: '示例花园 3 幢楼顶', building: '3 幢', kind: '鸽棚', sizeM2: 18, until: 'closed' },
    { address: '示例花园 7 幢楼顶', building: '7 幢', kind: '鸽棚', sizeM2: 11, until: 'closed' },
    { address: '示例新村 2 号楼顶', building: '2 号楼', kind: '彩钢棚', sizeM2: 32, until: 'self' },
    { address: '示例新村 5 号楼顶', building: '5 号楼', kind: '鸽棚', sizeM2: 9, until: 'told' },
    { address: '示例大厦裙楼顶', building: '裙楼', kind: '围栏', sizeM2: 25, until: 'surveyed' },
    { address: '示例弄 12 号', building: '', kind: '鸽棚', sizeM2: 6, until: 'written-off' },
  ],
  talk: {
    who: '社区书记、住建执法人员',
    said: '上门说明违建的安全隐患和政策,搭建人同意先转移鸽群,再拆棚架。',
    next: '三天后上门查看进度。',
  },
  mediation: {
    who: '社区人民调解员',
    said: '约上下楼邻居一起谈,搭建人为粪污道歉并承诺清洗阳台。',
    next: '',
  },
  moves: {
    told: '已送达限期整改告知书。',
    self: '搭建人承诺自行拆除,正在转移鸽群。',
    helped: '搭建人年纪大,社区组织人手帮助拆除。',
    cleared: '棚架已拆除,屋面已清扫消毒,附整改后照片。',
    closed: '到现场核对照片,屋面已恢复原状,同意销账。',
  },
  gone: '现场没有棚屋,住户前年已自行拆除,与实际不符。',
} as const;
