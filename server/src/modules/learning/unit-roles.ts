import { liesIn, placeLevels, unitAt } from '../organisation/index.ts';

/** The same marks as in the catalogue; of a unit's code the part before the dot is the area it belongs to. */
const levels = ['village', 'town', 'county'] as const;

/**
 * 角色: a unit as seen from an order's place. What 东山's labour bureau was sent in 东山 teaches that the county's labour
 * bureau answers, wherever it is; the city's own units and those of another county stay who they are.
 */
export function roleOf(unit: string, areaCode: string): string {
  const place = placeLevels(areaCode);
  const [area = ''] = unit.split('.', 1);
  const level = levels.find((each) => place[each] === area);
  return level === undefined ? unit : `{${level}}${unit.slice(area.length)}`;
}

interface Likely {
  readonly label: string;
  readonly probability: number;
}

/** A unit, and of the roles that mean it here the one that speaks most. */
export interface UnitAtPlace extends Likely {
  readonly role: string;
}

/** Where most of what the model believes names nobody here, it does not know this place. */
const leastHere = 0.5;

/**
 * 此地单位: which units the roles mean at a place, the likeliest first; two roles of one unit speak together. A role that
 * asks for a closer place, and a unit of another county, however alike the words are, name nobody, and the others share
 * what those were given.
 */
export function unitsHere(readings: readonly Likely[], areaCode: string): UnitAtPlace[] {
  const place = placeLevels(areaCode);
  const found = new Map<string, UnitAtPlace>();
  for (const { label: role, probability } of readings) {
    const label = unitAt(role, place);
    if (label === null || !isOnLine(label, areaCode)) continue;
    const before = found.get(label);
    const together = probability + (before?.probability ?? 0);
    found.set(label, { label, role: before?.role ?? role, probability: together });
  }
  const units = [...found.values()];
  const here = units.reduce((sum, { probability }) => sum + probability, 0);
  return units
    .map((unit) => ({ ...unit, probability: unit.probability / Math.max(here, leastHere) }))
    .toSorted((a, b) => b.probability - a.probability);
}

const isOnLine = (unit: string, areaCode: string): boolean => {
  const [area = ''] = unit.split('.', 1);
  return liesIn(placeLevels(area), areaCode) || liesIn(placeLevels(areaCode), area);
};
