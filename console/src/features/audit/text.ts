import type { audit, ReplyOf } from '@minsheng/contract';

type Kind = ReplyOf<typeof audit.listAuditLines>['rows'][number]['actorKind'];

const kinds: Record<Kind, string> = {
  staff: '已注销或未知账号',
  citizen: '市民或未登录',
  system: '系统',
  link: '一次性链接',
  machine: '接口',
};

export const auditText = {
  title: '审计',
  help: '谁在什么时候做了什么、看了什么,被拒绝的也在内。记录只增不改;看审计本身也会记下。',
  filters: '筛选审计记录',
  from: '起始日期',
  until: '结束日期',
  login: '用户名',
  word: '动作',
  any: '不限',
  object: '对象(工单编号、用户名或编码)',
  refusedOnly: '只看被拒绝的',
  changesOnly: '不看查询,只看办理',
  none: '这些条件下没有记录。',
  listLabel: '审计记录',
  unit: '条',
  refused: '被拒绝',
  yes: '是',
  no: '否',
  kind: (kind: Kind) => kinds[kind],
  person: (name: string, login: string) => `${name}(${login})`,
} as const;

/** Names of what a line holds; one that is not here stands as the program says it. */
const factLabel: Readonly<Record<string, string>> = {
  orderId: '工单',
  accountId: '账号',
  assignmentId: '任务单',
  askId: '授权申请',
  sessionId: '登录',
  keyId: '密钥',
  exportId: '导出编号',
  reason: '原因',
  purpose: '用途',
  before: '修改前',
  after: '修改后',
  asked: '申请',
  roles: '岗位',
  unit: '单位',
  outsourced: '外包',
  narrowedTo: '收窄范围',
  renamed: '改了姓名',
  phone: '手机号',
  factorRoles: '须二次验证的岗位',
  confirmsGrants: '授权复核',
  idleMinutes: '闲置退出(分钟)',
  sessionHours: '最长登录(小时)',
};

/** before.roles: 修改前岗位. */
export const factName = (name: string): string =>
  name
    .split('.')
    .map((part) => factLabel[part] ?? part)
    .join('');
