/** What becomes of a release (外发). */
export const releaseStates = ['redacting', 'checking', 'ready', 'withdrawn'] as const;
export type ReleaseState = (typeof releaseStates)[number];

export const releaseStateLabel: Record<ReleaseState, string> = {
  redacting: '正在脱敏',
  checking: '待人工核对',
  ready: '可以下载',
  withdrawn: '已撤回',
};

/** 外发文件: a workbook with its report, a plain table, or the report that goes with the table. */
export const releaseFiles = ['xlsx', 'csv', 'report'] as const;
export type ReleaseFile = (typeof releaseFiles)[number];

/** Which words of an order leave. */
export const releaseParts = ['title', 'content', 'demand', 'reply'] as const;
export type ReleasePart = (typeof releaseParts)[number];

export const releasePartLabel: Record<ReleasePart, string> = {
  title: '标题',
  content: '内容',
  demand: '要求',
  reply: '公开答复',
};

/** What the machine takes out of a text, and a person may take out besides. */
export const removalKinds = [
  'name',
  'phone',
  'identity',
  'plate',
  'home',
  'account',
  'mail',
  'messenger',
  'number',
] as const;
export type RemovalKind = (typeof removalKinds)[number];

export const removalKindLabel: Record<RemovalKind, string> = {
  name: '姓名',
  phone: '电话',
  identity: '证件号',
  plate: '车牌',
  home: '住址',
  account: '账号',
  mail: '邮箱',
  messenger: '社交账号',
  number: '号码',
};

/** Why something was put back. */
export const putBackReasons = ['no-person', 'public-place', 'office', 'other-number'] as const;
export type PutBackReason = (typeof putBackReasons)[number];

export const putBackReasonLabel: Record<PutBackReason, string> = {
  'no-person': '不是人名',
  'public-place': '公共场所,不是住处',
  office: '单位的公开信息',
  'other-number': '与个人无关的数字',
};
