import type { CityPack } from './pack.ts';
import type { AreaRow, LimitRow, MatterRow, UnitRow } from './rows.ts';

/** A city's rows by their keys, built once for all checks. */
export interface CityIndex {
  readonly areas: ReadonlyMap<string, AreaRow>;
  readonly units: ReadonlyMap<string, UnitRow>;
  readonly limits: ReadonlyMap<string, LimitRow>;
  /** Leaves in use: without an end of validity. */
  readonly leaves: readonly MatterRow[];
  /** Codes of leaves and all their prefixes, ended ones included: old orders still carry them. */
  readonly matterPrefixes: ReadonlySet<string>;
  readonly counties: readonly AreaRow[];
  /** First six digits' unit of the city, e.g. `350600`. */
  readonly rootCode: string;
}

export function indexOf(pack: CityPack): CityIndex {
  return {
    areas: new Map(pack.areas.map((area) => [area.code, area])),
    units: new Map(pack.units.map((unit) => [unit.code, unit])),
    limits: new Map(pack.limits.map((limit) => [limit.code, limit])),
    leaves: pack.matters.filter((matter) => matter.validTo === null),
    matterPrefixes: new Set(
      pack.matters.flatMap(({ code }) => [code.slice(0, 2), code.slice(0, 4), code]),
    ),
    counties: pack.areas.filter((area) => area.level === 'county'),
    rootCode: pack.facts?.rootUnit ?? '',
  };
}

/** Units a reference may mean at places inside an area: itself, or one per county for `{county}.slug`. */
export function unitsMeant(index: CityIndex, reference: string, areaPrefix: string): string[] {
  if (!reference.startsWith('{county}')) return reference.startsWith('{') ? [] : [reference];
  const rest = reference.slice('{county}'.length);
  const counties = index.counties.filter(
    ({ code }) =>
      code.startsWith(areaPrefix.slice(0, 6)) || areaPrefix.startsWith(code.slice(0, 6)),
  );
  return counties.map(({ code }) => code.slice(0, 6) + rest);
}
