import type { CatalogueRow } from './suggest-unit.ts';

/** Levels of the catalogue as a refusal says them. */
export const levelName: Record<CatalogueRow['level'], string> = {
  department: '职能部门',
  county: '县(市、区)',
  township: '乡镇(街道)',
  village: '村(社区)',
  enterprise: '公共企业',
};
