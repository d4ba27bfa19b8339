/** 数据共享字段: all that may be agreed to be given of an order. Nothing of its requester is among them. */
export const sharedFields = [
  'orderNo',
  'type',
  'urgency',
  'channel',
  'status',
  'matterCode',
  'matterName',
  'areaCode',
  'areaName',
  'leadUnit',
  'acceptedAt',
  'dispatchedAt',
  'dueAt',
  'closedAt',
  'title',
  'address',
] as const;
export type SharedField = (typeof sharedFields)[number];
export const sharedFieldLabel: Record<SharedField, string> = {
  orderNo: '工单号',
  type: '诉求类型',
  urgency: '紧急程度',
  channel: '来源渠道',
  status: '状态',
  matterCode: '事项代码',
  matterName: '事项名称',
  areaCode: '区划代码',
  areaName: '区域名称',
  leadUnit: '主办单位',
  acceptedAt: '受理时间',
  dispatchedAt: '派单时间',
  dueAt: '办理期限',
  closedAt: '结案时间',
  title: '标题(机器脱敏)',
  address: '详细地址(机器脱敏)',
};

/** 敏感字段: may still lead to a person; whoever approves names each of them. */
export const sensitiveFields = ['title', 'address'] as const satisfies readonly SharedField[];

/** 共享方向, seen from here. */
export const shareDirections = ['out', 'in'] as const;
export type ShareDirection = (typeof shareDirections)[number];
export const shareDirectionLabel: Record<ShareDirection, string> = {
  out: '本中心提供',
  in: '对方提供',
};

/** Who asked for it. */
export const shareSides = ['us', 'them'] as const;
export type ShareSide = (typeof shareSides)[number];
export const shareSideLabel: Record<ShareSide, string> = { us: '本中心申请', them: '对方申请' };

/** 订阅状态. */
export const shareStates = [
  'our-turn',
  'their-turn',
  'active',
  'expired',
  'refused',
  'revoked',
] as const;
export type ShareState = (typeof shareStates)[number];
export const shareStateLabel: Record<ShareState, string> = {
  'our-turn': '待本方批准',
  'their-turn': '待对方批准',
  active: '共享中',
  expired: '已到期',
  refused: '已拒绝',
  revoked: '已撤销',
};

/** How a batch came to be. */
export const shareWays = ['queried', 'fetched'] as const;
export type ShareWay = (typeof shareWays)[number];
export const shareWayLabel: Record<ShareWay, string> = {
  queried: '对方查询取走',
  fetched: '本中心取回',
};

/** What one side tells the other about a subscription. */
export const shareActs = ['ask', 'approve', 'refuse', 'revoke'] as const;
export type ShareAct = (typeof shareActs)[number];
