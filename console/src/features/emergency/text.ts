import type { EmergencyTab } from './search.ts';

export const emergencyText = {
  title: '应急联动',
  intro:
    '台风、暴雨、事故来时,把一批工单一次派给预先编好的联动组,在一块态势板上看各单位响应。派单规则不变:每件只有一个主办。',
  modes: '各次应急联动',
  running: '正在进行',
  ended: '已结束',
  none: '现在没有启用应急联动。',
  tabs: {
    board: '态势板',
    send: '批量派单',
    guests: '互助接听',
    groups: '联动组',
  } satisfies Record<EmergencyTab, string>,
  needed: '请填写',
  facts: {
    reason: '启用原因',
    area: '范围',
    units: '联动单位',
    response: '响应时限',
    opened: '启用',
    ended: '结束',
    summary: '总结',
  },
  minutes: (count: number) => `${count} 分钟`,
  by: (name: string, at: string) => `${name} ${at}`,
} as const;

export const openModeText = {
  button: '启用应急联动',
  help: '启用后,响应时限和联动组成员按此刻的记下,中途修改不影响这一次。',
  name: '名称',
  nameHelp: '例如:第 9 号台风应急联动',
  group: '联动组',
  area: '范围',
  reason: '启用原因',
  reasonNeeded: '请写明原因,至少 4 个字',
  done: '已启用应急联动',
} as const;

export const endModeText = {
  button: '结束应急联动',
  help: '已派出的工单继续按各自时限办理;互助接听账号随之注销。',
  summary: '总结',
  done: '应急联动已结束',
} as const;

export const boardText = {
  caption: '各单位',
  sums: (orders: number, refused: number) => `已派出 ${orders} 件,未派出 ${refused} 件`,
  heads: [
    '单位',
    '派出(件)',
    '已签收(件)',
    '已响应(件)',
    '超时未响应(件)',
    '已办结(件)',
    '最早未办结',
  ],
  help: '只算批量派出后给各单位的任务。已签收:在时限内签收,或已有响应;逾期签收和系统自动签收的不算。已响应:联系了诉求人、到场或已答复。超时未响应:过了响应时限仍没有签收,也没有响应。',
  nothing: '还没有派出工单。',
  areas: '各县(市、区)',
  areaHeads: ['区域', '派出(件)', '在办(件)'],
  events: '最近派出',
  noOldest: '无',
} as const;

export const massText = {
  help: '列出本次范围内、启用以来的特急和紧急工单。待派单的派出;在办的只加派联动单位,主办不变。',
  lead: '主办单位',
  leadByCatalogue: '按派单目录,逐件确定',
  linkage: '联动单位',
  note: '给单位的话',
  area: '只看区域',
  every: '也列出一般和普通工单',
  earlier: '启用前多久的也列出',
  earlierOptions: { 0: '不列', 6: '6 小时', 24: '24 小时', 72: '3 天' },
  all: '全选',
  send: (count: number) => `批量派出 ${count} 件`,
  done: (count: number) => `已派出 ${count} 件`,
  none: '没有可批量派出的工单。',
  more: (count: number) => `只列出前 ${count} 件,派出后再列其余。`,
  heads: ['选择', '工单', '标题', '紧急程度', '状态', '事项', '区域', '受理'],
} as const;

export const guestsText = {
  help: '相邻城市的话务员来帮助接听。账号由另一位负责人批准后才开通,到时或应急联动结束时自动注销;登记的工单都带标记。',
  ask: '申请互助接听',
  name: '姓名',
  centre: '来自哪个中心',
  centreHelp: '例如:厦门市12345',
  hours: '时长',
  hoursOption: (count: number) => `${count} 小时`,
  asked: '已提交,请另一位负责人批准',
  approve: '批准并开通账号',
  ending: {
    label: '结束互助',
    help: '账号立即注销,不能恢复。',
    done: '已结束互助,账号已注销',
  },
  cancelling: {
    label: '取消申请',
    help: '账号还没有开通;取消后要再来,请重新申请。',
    done: '已取消申请',
  },
  none: '还没有互助接听。',
  line: (from: string, until: string) => `${from} 到 ${until}`,
  askedBy: (name: string) => `申请:${name}`,
  approvedBy: (name: string) => `批准:${name}`,
  orders: (count: number, more: boolean) => `登记工单 ${count}${more ? '+' : ''} 件`,
  handed: '账号已开通',
  handedHelp: '请把登录名和首次密码当面或电话告知本人。关闭后不再显示;首次登录要改密码。',
  login: '登录名',
  password: '首次密码',
} as const;

export const groupsText = {
  help: '启用应急联动时选一个组。标“预置”的来自城市数据;修改后以这里的为准。',
  add: '新建联动组',
  change: '修改',
  code: '代号',
  codeHelp: '小写字母、数字和短横线,建好后不变',
  codeWrong: '请用小写字母开头,只含小写字母、数字和短横线',
  codeTaken: '已有这个代号的联动组,请换一个,或在那一组上点“修改”',
  name: '名称',
  kind: '种类',
  units: '单位',
  done: '联动组已保存',
  prepared: '预置',
  changedBy: (name: string, at: string) => `${name} ${at} 修改`,
  duty: (posts: string) => `值班:${posts}`,
  noDuty: '此刻值班表无人',
} as const;

export const warningsText = {
  waiting: (names: string) => `气象预警待确认:${names}。系统不会自己启用应急联动。`,
  decide: '去决定',
} as const;
