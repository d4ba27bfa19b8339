/** 可见范围 of a role. */
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
  'supervisor',
  'analyst',
  'director',
  'media-editor',
  'county-dispatcher',
  'liaison',
  'handler',
  'unit-leader',
  'township-operator',
  'village-worker',
  'police-operator',
  'admin',
  'security-admin',
  'auditor',
  'machine',
] as const;
export type Role = (typeof roles)[number];
