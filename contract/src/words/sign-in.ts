import type { Permission } from './permissions.ts';
import { type Role, roles, roleWords } from './roles.ts';

/** 三员分立: system administrator, security administrator and auditor are three people (decision 0021). */
export const rolesApart = ['admin', 'security-admin', 'auditor'] as const satisfies readonly Role[];

/** Nobody holds two of the three; security administrator and auditor do nothing else besides. */
export function areApart(held: readonly Role[]): boolean {
  const [first, ...more] = new Set(held.filter((role) => rolesApart.some((one) => one === role)));
  if (more.length > 0) return false;
  return first === undefined || first === 'admin' || new Set(held).size === 1;
}

const holding = (wanted: readonly Permission[]): Role[] =>
  roles.filter((role) => roleWords[role].permissions.some((one) => wanted.includes(one)));

/** 默认须二次验证: whoever keeps accounts, reads the log, takes many orders out at once or reads secret ones. */
export const factorRoles: readonly Role[] = holding([
  'accounts.manage',
  'accounts.secure',
  'audit.read',
  'city.edit',
  'orders.export',
  'orders.read-secret',
]);

/** 授权须复核: whoever may read who asked, or what names people, and the three themselves. */
export const confirmedRoles: readonly Role[] = holding([
  'accounts.manage',
  'accounts.secure',
  'audit.read',
  'orders.read-people',
  'orders.read-secret',
  'orders.export',
  'clues.read',
]);

/** 还差一步: a code of the second factor, or binding one first. */
export const factorDues = ['code', 'enrolment'] as const;
export type FactorDue = (typeof factorDues)[number];

/** Minutes until a session nobody used is over, and hours until any is. */
export const idleMinutes = { least: 5, most: 1440 } as const;
export const sessionHours = { least: 1, most: 24 } as const;

/** 默认规则: what holds where nobody chose, once no account of the demo is open. */
export const strictRules = {
  factorRoles,
  confirmsGrants: true,
  idleMinutes: 60,
  sessionHours: 12,
} as const;

/** 恢复码: so many, each opens once. */
export const recoveryCodes = 10;
