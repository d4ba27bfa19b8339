export const sharingText = {
  title: '数据共享',
  intro:
    '与110等系统按约定共享工单数据:说明用途、列明字段、双方批准、到期自动停止。每一批都有记录,可查、可看、可追溯。',
  list: '共享约定',
  search: '按用途或对方代码查找',
  none: '没有数据共享。',
  noPeers: '还没有对接方。请系统管理员先在“数据对接”登记对方的系统,再来申请。',
  unit: '项',
  needed: '请填写',
  until: (at: string) => `${at} 到期`,
  facts: {
    peer: '对方',
    direction: '方向',
    side: '谁申请',
    fields: '字段',
    matter: '只限事项',
    until: '到期',
    asked: '申请',
    approved: '本方批准',
    theirs: '对方批准',
    ended: '终止',
    trouble: '传送情况',
  },
  by: (name: string, at: string) => `${name} ${at}`,
  ended: (reason: string, at: string) => `${at} ${reason}`,
} as const;

export const askShareText = {
  button: '申请数据共享',
  help: '由另一位同事批准后发给对方;对方也批准才开始共享。',
  peer: '对方',
  direction: '方向',
  purpose: '用途',
  fields: '字段',
  theirFields: '对方的字段名(逗号分开)',
  days: '有效天数',
  matter: '只限事项(代码开头,可不填)',
  matterWrong: '请填 2、4 或 6 位数字',
  done: '已提交,请另一位同事批准',
} as const;

export const decideText = {
  approve: '批准',
  approveHelp: '批准后告知对方。敏感字段可能指向具体的人,请逐项确认。',
  named: '确认共享的敏感字段',
  approved: '已批准',
  refuse: '拒绝',
  refused: '已拒绝',
  revoke: '撤销',
  revokeHelp: '撤销后立即停止,对方再取会被拒绝。',
  revoked: '已撤销',
  fetch: '取回一批',
  fetched: '已向对方索取,取到后显示在下面',
} as const;

export const batchesText = {
  title: '批次记录',
  none: '还没有传过。',
  more: '再显示一些',
  heads: ['时间', '方式', '对方', '行数', '起始游标', '到游标', '内容'],
  begin: '从头',
  open: '查看',
  opened: '这一批的内容',
  digest: (digest: string) => `内容摘要(SHA-256):${digest}`,
  help: '敏感字段的值不留存,只记“已给出”。',
  given: '已给出',
  empty: '这一批没有数据。',
} as const;
