export const transfer110Text = {
  listRow: '互转清单(12345转110)',
  listRowHint: '按来电人的话列出,可输入文字检索',
  noListRow: '清单里没有相符的一行',
  listRowLine: (code: string, category: string, item: string, isInvented: boolean) =>
    `${code} ${category}:${item}${isInvented ? '(演示数据)' : ''}`,
  byThreeWay: '经三方通话商定',
  firstReceiver: '职责仍不清楚,按首接负责办理',
} as const;

export const putThroughText = {
  key: 'F10',
  start: '一键转110',
  startHelp: '已写的内容立即送到110,再把通话接过去;没填的项以后可以补',
  started: (orderNo: string) => `已转110,工单 ${orderNo}。内容已送出,正在接通电话。`,
  ringing: (span: string) => `正在接通110 · ${span}`,
  byHand: (number: string) => `请用话机拨打 ${number},接通后请按“接通”`,
  joined: '三方通话中:来电人、您、110',
  failed: (cause: string) => `110没有接上(${cause})。工单内容已送出,来电人仍在线上。`,
  order: '工单',
  joinedByHand: '接通',
  cancel: '取消转接',
  takeBack: '请110退出,回到来电人',
  handOver: '退出,交给110',
  again: '重新接通110',
  handedOver: '已退出,来电人由110继续接听',
  takenBack: '来电人仍在线上',
  rungAgain: '正在重新接通',
} as const;
