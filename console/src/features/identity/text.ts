import type { Scope } from '@minsheng/contract';
import { leastPasswordLetters, scopeLabel } from '@minsheng/contract';

export const accountsText = {
  title: '账号',
  listLabel: '账号列表',
  filters: '筛选账号',
  find: '姓名、用户名或单位',
  unit: '单位及下级',
  role: '岗位',
  state: '状态',
  any: '不限',
  none: '没有符合条件的账号。',
  counted: '个账号',
  create: '新建账号',
  outsourced: '外包',
  firstPassword: '未改首次密码',
  own: '这是您自己的账号,锁定、注销和重置密码要由另一位管理员操作。',
  shut: '已注销的账号不能再修改;办过的事仍记在这个姓名下。',
} as const;

export const accountFactsText = {
  login: '用户名',
  unit: '单位',
  roles: '岗位',
  scope: '数据范围',
  narrowed: (scope: Scope) => `${scopeLabel[scope]}(已收窄)`,
  byKeys: '由每个接口密钥的权限决定,只及于本单位和下级单位',
  phone: '手机号',
  state: '状态',
} as const;

export const accountActsText = {
  change: '修改',
  changed: '已保存,马上生效',
  lock: '锁定',
  lockAsk: '锁定后不能登录,正在使用的会立即退出。以后可以解锁。',
  locked: '已锁定',
  unlock: '解锁',
  unlocked: '已解锁',
  reset: '重置密码',
  resetAsk: '原密码立即失效,正在使用的会退出,并生成新的首次密码。',
  close: '注销',
  closeAsk: '注销后不能恢复,用户名也不再给别人用。办过的事仍记在这个姓名下。',
  closed: '已注销',
  confirm: '确定',
  cancel: '不了',
} as const;

export const accountFormText = {
  login: '用户名',
  loginHelp: '2 至 40 位:小写字母开头,可用数字和 . _ -;定了不能再改',
  name: '姓名',
  needed: '请填写',
  unit: '单位',
  unitNeeded: '请选择单位;村居网格员选村居',
  outsourced: '外包人员',
  outsourcedHelp:
    '外包账号不能承担办理、审核、裁定、结案类岗位(国办函〔2025〕66号),这里不列出;外包回访员只做回访记录,不结案。',
  roles: '岗位',
  rolesNeeded: '请至少选一个岗位',
  scope: '数据范围',
  scopeHelp: '只能比岗位更窄,不能放宽',
  asRoles: (scope: Scope | null) => (scope === null ? '按岗位' : `按岗位:${scopeLabel[scope]}`),
  phone: '手机号',
  phoneHelp: '可用来登录;村居网格员的手机号还用来接收一线办理链接。加密保存,列表里只显示后四位。',
  phoneKept: (masked: string) => `现在是 ${masked},不填则不变`,
  phoneWrong: '请填 11 位手机号',
  phoneClear: '清除手机号',
} as const;

export const apiKeysText = {
  title: '接口密钥',
  help: '对方系统用它调用接口,不必登录。一个系统一个密钥,只给用得着的权限;不用了就停用,马上生效。',
  name: '给哪个系统用',
  scopes: '可以做什么',
  scopesHelp: '工单权限只及于这个账号所在的单位和下级单位。',
  perMinute: '每分钟最多调用(次)',
  perDay: '每天最多调用(次)',
  lastOn: '最后有效日',
  lastOnHelp: '不选则一直有效,直到有人停用。',
  needed: '请填写',
  make: '新建密钥',
  once: '只显示这一次,请交给对方系统的管理员保存。',
  made: (at: string) => `${at} 新建`,
  ended: (at: string) => `${at} 已停用`,
  until: (at: string) => `${at} 到期`,
  limits: (perMinute: number, perDay: number) => `每分钟 ${perMinute} 次,每天 ${perDay} 次`,
  uses: '最近用过的 14 天',
  used: (on: string, calls: number, refused: number) =>
    refused === 0 ? `${on} 调用 ${calls} 次` : `${on} 调用 ${calls} 次,其中 ${refused} 次超限未办`,
  unused: '还没有用过',
  end: '停用',
  endAsk: '停用后对方系统马上不能再用,不能恢复。',
  over: '已停用',
  confirm: '确定',
  cancel: '不了',
} as const;

/** 接口用量, by unit and month. */
export const apiUseText = {
  title: '接口用量',
  help: '各单位的系统通过接口密钥调用本系统的次数,按账号现在所属的单位汇总。最近一秒的调用稍后计入。',
  month: '月份',
  exportHelp: '导出这个月的用量。',
  fileName: (month: string) => `接口用量${month}`,
  none: '这个月没有调用。',
  heads: ['单位', '用过的密钥(个)', '调用(次)', '其中超限未办(次)'],
  noUnit: '不代表单位',
} as const;

/** Why nothing arrived, as the server's word for it; one that is not here is shown as it is. */
const hookFaults: Readonly<Record<string, string>> = {
  'key-over': '登记时用的密钥已停用或到期,或账号已停用',
  'private-address': '地址在内部网络,没有放行',
  'odd-address': '地址带有口令,或端口不是网页服务的端口',
  timeout: '对方 8 秒内没有回应',
  ECONNREFUSED: '对方没有开放这个地址',
  ENOTFOUND: '没有这个域名',
  EAI_AGAIN: '查不到这个域名',
  ECONNRESET: '连接中断',
  'broken-off': '连接中断',
  EHOSTUNREACH: '网络不通',
  ENETUNREACH: '网络不通',
  CERT_HAS_EXPIRED: '对方的证书已过期',
  DEPTH_ZERO_SELF_SIGNED_CERT: '对方的证书是自己签发的,不被信任',
  SELF_SIGNED_CERT_IN_CHAIN: '对方的证书是自己签发的,不被信任',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: '对方的证书不被信任',
  ERR_TLS_CERT_ALTNAME_INVALID: '对方的证书不是这个地址的',
};
const hookFault = (why: string): string =>
  hookFaults[why] ?? (why.startsWith('status-') ? `对方返回 ${why.slice('status-'.length)}` : why);

export const hooksText = {
  title: '推送订阅',
  help: '对方系统自己登记的接收地址,工单有变化就推送过去。地址不通会一直重试,间隔逐渐拉长,直到有人停用。',
  none: '没有推送订阅',
  made: (at: string) => `${at} 登记`,
  sent: (at: string) => `最近推送 ${at}`,
  kinds: (count: number) => `${count} 种变化`,
  down: (since: string, why: string) => `${since} 起推送不通(${hookFault(why)}),稍后再试`,
  ended: (at: string) => `${at} 已停用`,
  endAsk: '停用后不再向这个地址推送,对方要重新登记。',
} as const;

export const firstPasswordText = {
  title: '首次密码',
  once: '只显示这一次,请当面或电话告知本人。本人第一次登录时必须改成自己的密码。',
  login: '用户名',
  password: '首次密码',
  done: '我已记下',
} as const;

export const ownPasswordText = {
  change: '修改密码',
  title: '修改密码',
  dueTitle: '请设置自己的密码',
  dueHelp: '您用的是管理员给的首次密码。设置自己的密码后即可开始工作。',
  current: '当前密码',
  first: '首次密码',
  next: '新密码',
  rule: `至少 ${leastPasswordLetters} 位,同时有字母和数字,不包含用户名`,
  again: '再填一次新密码',
  differs: '两次填写的新密码不一样',
  needed: '请填写',
  save: '保存新密码',
  saved: '密码已修改,其他地方的登录已退出',
  others: '修改后,您在其他地方的登录会退出。',
  leave: '退出登录',
} as const;
