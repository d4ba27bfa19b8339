import type { CityIndex } from '../city-index.ts';
import type { UnitRow } from '../rows.ts';
import { text } from '../text.ts';
import { type Check, found, repeated, runsInCircle } from './check.ts';

/** The fewest city departments and public enterprises a hotline city is expected to list. */
const leastCityUnits = 45;

const parentKinds: Partial<Record<UnitRow['kind'], readonly UnitRow['kind'][]>> = {
  centre: ['city'],
  department: ['city'],
  police: ['city', 'department'],
  county: ['city'],
  'county-department': ['county'],
  township: ['county'],
  village: ['township'],
};

export const unitChecks: readonly Check[] = [
  { rule: '单位代码不重复', find: (pack) => repeated(pack.units, (unit) => unit.code, text.twice) },
  {
    rule: '只有一个根单位,热线中心存在',
    find: (pack, index) => {
      const roots = pack.units.filter((unit) => unit.parent === null);
      const strays = found(roots, ({ code }) => (code === index.rootCode ? null : text.noParent));
      const facts = pack.facts;
      if (facts === null) return strays;
      const centre = index.units.get(facts.centreUnit);
      const hasCentre = centre?.kind === 'centre' && index.units.has(facts.rootUnit);
      return hasCentre ? strays : [...strays, { ...facts.at, reason: text.noCentre }];
    },
  },
  {
    rule: '上级单位存在,层级相符',
    find: (pack, index) =>
      found(pack.units, ({ parent, kind }) => {
        if (parent === null) return null;
        const above = index.units.get(parent);
        if (above === undefined) return text.unknownUnit(parent);
        const allowed = parentKinds[kind];
        return allowed === undefined || allowed.includes(above.kind)
          ? null
          : text.parentKind(kind, above.kind);
      }),
  },
  {
    rule: '块上与条上都不成环',
    find: (pack, index) => [
      ...found(pack.units, ({ code }) =>
        runsInCircle(code, (at) => index.units.get(at)?.parent ?? null)
          ? text.circle('parent')
          : null,
      ),
      ...found(pack.units, ({ code }) =>
        runsInCircle(code, (at) => index.units.get(at)?.lineParent ?? null)
          ? text.circle('line_parent')
          : null,
      ),
    ],
  },
  {
    rule: '条上的上级存在,县直部门与市直部门同名',
    find: (pack, index) => found(pack.units, (unit) => lineProblem(unit, index)),
  },
  {
    rule: '单位所在区划存在,代码与区划相符',
    find: (pack, index) =>
      found(pack.units, ({ code, area, kind }) => {
        if (!index.areas.has(area)) return text.unknownArea(area);
        if (kind !== 'county' && kind !== 'township' && kind !== 'village') return null;
        return code.padEnd(12, '0') === area ? null : text.codeNotOfArea(code, area);
      }),
  },
  {
    rule: '每个县、乡、村都有承办单位',
    find: (pack, index) =>
      found(pack.areas, ({ code, level }) => {
        const digits = { city: 6, county: 6, town: 9, village: 12 }[level];
        return index.units.has(code.slice(0, digits)) ? null : text.areaWithoutUnit(code);
      }),
  },
  {
    rule: `市直部门与公共企业不少于 ${leastCityUnits} 个`,
    find: (pack) => {
      const count = pack.units.filter(({ kind }) =>
        ['department', 'enterprise', 'police'].includes(kind),
      ).length;
      const at = pack.units[0]?.at;
      if (at === undefined || count >= leastCityUnits) return [];
      return [{ ...at, reason: text.tooFewUnits(count, leastCityUnits) }];
    },
  },
];

function lineProblem({ code, kind, lineParent }: UnitRow, index: CityIndex): string | null {
  const slug = code.split('.')[1];
  const namesake = `${index.rootCode}.${slug}`;
  if (lineParent === null) {
    const isLoose = kind === 'county-department' && index.units.has(namesake);
    return isLoose ? text.lineMissing(namesake) : null;
  }
  if (!index.units.has(lineParent)) return text.unknownUnit(lineParent);
  if (kind !== 'county-department' || lineParent === namesake) return null;
  return text.lineOther(lineParent, namesake);
}
