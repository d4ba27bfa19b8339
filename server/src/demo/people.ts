import { join } from 'node:path';
import type { Role } from '@minsheng/contract/words/roles.ts';
import { readDemoUnits } from '../city/index.ts';
import { projectRoot } from '../platform/config.ts';

export interface DemoPerson {
  login: string;
  name: string;
  unit: string;
  roles: readonly Role[];
  isOutsourced?: boolean;
}

/** Units of the demo's people, by what they are to it. */
export interface OfficeUnits {
  county: string;
  countyDepartment: string;
  township: string;
  village: string;
  centre: string;
  housing: string;
  environment: string;
}

/** Null where the city names none of its own. */
export function officeUnits(city: string, cityCode: string): OfficeUnits | null {
  const units = readDemoUnits(join(projectRoot, 'cities', city));
  if (!units) return null;
  const { county, countyDepartment, township, village } = units;
  const beside = {
    centre: `${cityCode}.zx`,
    housing: `${cityCode}.zjj`,
    environment: `${cityCode}.sthj`,
  };
  return { county, countyDepartment, township, village, ...beside };
}

/** 演示人员: the centre's desks, a bureau with its three seats, the police, and one line down to a village. */
export function demoPeople(city: string, cityCode: string): DemoPerson[] {
  const units = readDemoUnits(join(projectRoot, 'cities', city));
  const centre = `${cityCode}.zx`;
  const housing = `${cityCode}.zjj`;
  const people: DemoPerson[] = [
    { login: 'agent', name: '演示话务员', unit: centre, roles: ['agent'] },
    {
      login: 'agent-outsourced',
      name: '演示外包话务员',
      unit: centre,
      roles: ['agent'],
      isOutsourced: true,
    },
    { login: 'shift-lead', name: '演示班长', unit: centre, roles: ['shift-lead'] },
    { login: 'dispatcher', name: '演示派单员', unit: centre, roles: ['dispatcher'] },
    { login: 'reviewer', name: '演示审核员', unit: centre, roles: ['reviewer'] },
    { login: 'call-back', name: '演示回访员', unit: centre, roles: ['call-back-agent'] },
    { login: 'supervisor', name: '演示督办员', unit: centre, roles: ['supervisor'] },
    { login: 'analyst', name: '演示分析员', unit: centre, roles: ['analyst'] },
    { login: 'director', name: '演示中心主任', unit: centre, roles: ['director'] },
    { login: 'media-editor', name: '演示融媒编辑', unit: centre, roles: ['media-editor'] },
    { login: 'media-desk', name: '演示融媒责编', unit: centre, roles: ['media-editor'] },
    { login: 'machine', name: '演示接口账号', unit: centre, roles: ['machine'] },
    { login: 'admin', name: '演示管理员', unit: centre, roles: ['admin'] },
    { login: 'security', name: '演示安全管理员', unit: centre, roles: ['security-admin'] },
    { login: 'auditor', name: '演示审计员', unit: centre, roles: ['auditor'] },
    { login: 'zjj-liaison', name: '演示住建联络员', unit: housing, roles: ['liaison'] },
    { login: 'zjj-handler', name: '演示住建承办人', unit: housing, roles: ['handler'] },
    { login: 'zjj-leader', name: '演示住建分管领导', unit: housing, roles: ['unit-leader'] },
    {
      login: 'sthj-liaison',
      name: '演示生态环境联络员',
      unit: `${cityCode}.sthj`,
      roles: ['liaison'],
    },
    {
      login: 'police',
      name: '演示110联动席',
      unit: `${cityCode}.jj110`,
      roles: ['police-operator', 'unit-leader'],
    },
  ];
  if (!units) return people;
  return [
    ...people,
    {
      login: 'county',
      name: '演示县区分中心',
      unit: units.county,
      roles: ['county-dispatcher', 'unit-leader'],
    },
    {
      login: 'county-department',
      name: '演示县区部门',
      unit: units.countyDepartment,
      roles: ['liaison', 'unit-leader'],
    },
    { login: 'township', name: '演示乡镇经办', unit: units.township, roles: ['township-operator'] },
    { login: 'village', name: '演示村居网格员', unit: units.village, roles: ['village-worker'] },
  ];
}
