import type { UnitKind } from './assignment.ts';

/** What a county may add below itself (domain M11). */
export const ownUnitKinds = [
  'county-department',
  'township',
  'village',
  'enterprise',
  'team',
] as const satisfies readonly UnitKind[];
export type OwnUnitKind = (typeof ownUnitKinds)[number];
export const ownUnitKindLabel: Record<OwnUnitKind, string> = {
  'county-department': '县直部门',
  township: '乡镇街道',
  village: '村居',
  enterprise: '公共企业',
  team: '专班队伍',
};
