/** What a person may do, as words; a role is a list of them. Domain 0.3. */
export const permissions = [
  'orders.read',
  'orders.search',
  'orders.export',
  'orders.read-people',
  'orders.read-secret',
  'intake.receive',
  'intake.lower-urgency',
  'intake.api',
  'knowledge.read',
  'telephony.use',
  'dispatch.send',
  'dispatch.delegate',
  'handling.work',
  'handling.sign-off',
  'review.decide',
  'call-back.do',
  'call-back.close',
  'issues.link',
  'today.read',
  'warnings.read',
  'warnings.settle',
  'auto-dispatch.read',
  'auto-dispatch.stop',
  'auto-dispatch.start',
  'release.read',
  'release.ask',
  'release.check',
  'release.supervise',
  'learning.read',
  'learning.govern',
  'letters.write',
  'letters.approve',
  'letters.receive',
  'twins.use',
  'city.edit',
  'accounts.manage',
] as const;
export type Permission = (typeof permissions)[number];

/**
 * Never held by an outsourced account, whatever its role allows: handling, dispatch, review and closing are the main
 * business (国办函〔2025〕66号(三): 主体业务不得外包).
 */
export const neverOutsourced = [
  'dispatch.send',
  'dispatch.delegate',
  'handling.work',
  'handling.sign-off',
  'review.decide',
  'call-back.close',
  'orders.read-secret',
  'auto-dispatch.stop',
  'auto-dispatch.start',
  'letters.write',
  'letters.approve',
  'letters.receive',
] as const satisfies readonly Permission[];

export const scopes = ['all', 'county', 'unit', 'none'] as const;
export type Scope = (typeof scopes)[number];

export const scopeLabel: Record<Scope, string> = {
  all: '全部',
  county: '本县区',
  unit: '本单位及下级',
  none: '不含工单',
};

export const roles = [
  'agent',
  'shift-lead',
  'dispatcher',
  'reviewer',
  'call-back-agent',
  'analyst',
  'director',
  'county-dispatcher',
  'liaison',
  'handler',
  'unit-leader',
  'township-operator',
  'village-worker',
  'police-operator',
  'admin',
  'machine',
] as const;
export type Role = (typeof roles)[number];

interface RoleWords {
  label: string;
  scope: Scope;
  /** 外包: may a third-party account hold this role? 66号文(三): 主体业务不得外包. */
  outsourcedAllowed: boolean;
  permissions: readonly Permission[];
}

const unitWork = [
  'orders.read',
  'orders.search',
  'orders.read-people',
  'handling.work',
  'letters.receive',
] as const;

export const roleWords: Record<Role, RoleWords> = {
  agent: {
    label: '话务员',
    scope: 'all',
    outsourcedAllowed: true,
    permissions: [
      'orders.read',
      'orders.search',
      'orders.read-people',
      'intake.receive',
      'telephony.use',
      'knowledge.read',
    ],
  },
  'shift-lead': {
    label: '班长',
    scope: 'all',
    outsourcedAllowed: false,
    permissions: [
      'orders.read',
      'orders.search',
      'orders.read-people',
      'intake.receive',
      'intake.lower-urgency',
      'telephony.use',
      'knowledge.read',
      'today.read',
      'issues.link',
      'warnings.read',
      'warnings.settle',
      'learning.read',
      'letters.write',
      'letters.approve',
      'twins.use',
      // 专人专办: the shift lead carries orders of secrecy 3 through, in person.
      'orders.read-secret',
      'dispatch.send',
      'review.decide',
      'call-back.do',
      'call-back.close',
      'auto-dispatch.read',
      'auto-dispatch.stop',
    ],
  },
  dispatcher: {
    label: '派单员',
    scope: 'all',
    outsourcedAllowed: false,
    permissions: [
      'orders.read',
      'orders.search',
      'orders.read-people',
      'orders.export',
      'dispatch.send',
      'issues.link',
      'knowledge.read',
      'auto-dispatch.read',
      'letters.write',
    ],
  },
  reviewer: {
    label: '审核员',
    scope: 'all',
    outsourcedAllowed: false,
    permissions: [
      'orders.read',
      'orders.search',
      'review.decide',
      'knowledge.read',
      'release.read',
      'release.check',
      'letters.write',
    ],
  },
  'call-back-agent': {
    label: '回访员',
    scope: 'all',
    outsourcedAllowed: true,
    permissions: [
      'orders.read',
      'orders.search',
      'orders.read-people',
      'call-back.do',
      'call-back.close',
    ],
  },
  analyst: {
    label: '分析员',
    scope: 'all',
    outsourcedAllowed: false,
    permissions: [
      'orders.read',
      'orders.search',
      'orders.export',
      'issues.link',
      'knowledge.read',
      'warnings.read',
      'warnings.settle',
      'auto-dispatch.read',
      'release.read',
      'release.ask',
      'release.check',
      'learning.read',
      'learning.govern',
      'letters.write',
    ],
  },
  director: {
    label: '中心主任',
    scope: 'all',
    outsourcedAllowed: false,
    permissions: [
      'orders.read',
      'orders.search',
      'orders.read-secret',
      'orders.export',
      'today.read',
      'issues.link',
      'knowledge.read',
      'warnings.read',
      'warnings.settle',
      'auto-dispatch.read',
      'auto-dispatch.stop',
      'auto-dispatch.start',
      'release.read',
      'release.ask',
      'release.check',
      'release.supervise',
      'learning.read',
      'learning.govern',
      'letters.write',
      'letters.approve',
    ],
  },
  'county-dispatcher': {
    label: '县区分中心派单员',
    scope: 'county',
    outsourcedAllowed: false,
    permissions: [...unitWork, 'dispatch.delegate', 'orders.export', 'knowledge.read'],
  },
  liaison: {
    label: '单位联络员',
    scope: 'unit',
    outsourcedAllowed: false,
    permissions: [...unitWork, 'dispatch.delegate', 'orders.export', 'knowledge.read'],
  },
  handler: {
    label: '承办人',
    scope: 'unit',
    outsourcedAllowed: false,
    permissions: [...unitWork, 'knowledge.read'],
  },
  'unit-leader': {
    label: '单位分管领导',
    scope: 'unit',
    outsourcedAllowed: false,
    permissions: [
      ...unitWork,
      'handling.sign-off',
      'dispatch.delegate',
      'orders.export',
      'knowledge.read',
    ],
  },
  'township-operator': {
    label: '乡镇街道经办',
    scope: 'unit',
    outsourcedAllowed: false,
    permissions: [...unitWork, 'dispatch.delegate', 'knowledge.read'],
  },
  'village-worker': {
    label: '村居网格员',
    scope: 'unit',
    outsourcedAllowed: false,
    permissions: unitWork,
  },
  'police-operator': {
    label: '110联动席',
    scope: 'unit',
    outsourcedAllowed: false,
    permissions: [...unitWork, 'knowledge.read'],
  },
  admin: {
    label: '系统管理员',
    scope: 'none',
    outsourcedAllowed: false,
    permissions: ['city.edit', 'accounts.manage', 'learning.read', 'twins.use', 'knowledge.read'],
  },
  /** Another system that hands appeals in; it reads the knowledge base and sees no order. */
  machine: {
    label: '接口账号',
    scope: 'none',
    outsourcedAllowed: false,
    permissions: ['intake.api', 'knowledge.read'],
  },
};
