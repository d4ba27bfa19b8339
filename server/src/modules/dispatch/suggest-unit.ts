import type { UnitKind } from '@minsheng/contract/words/assignment.ts';
import {
  type AreaLevel,
  levelAskedBy,
  levelOf,
  liesIn,
  type PlaceLevels,
  placeLevels,
  standsInFor,
  unitAt,
  unitsAt,
} from '../organisation/index.ts';

/** 派单目录: one row, matter × area × time. Codes may hold `{county}`, `{town}` or `{village}`. */
export interface CatalogueRow {
  readonly id: string;
  /** 2, 4 or 6 digits of the matter tree. */
  readonly matter: string;
  readonly area: string;
  readonly time: 'any' | 'night' | 'day' | 'exam';
  readonly lead: string;
  readonly assists: readonly string[];
  readonly linkage: readonly string[];
  readonly backstop: string | null;
  readonly level: 'department' | 'county' | 'township' | 'village' | 'enterprise';
  readonly basisKind: string;
  readonly basis: string;
  readonly direct: boolean;
  /** First and last day in force; null is open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const levelOfKind: Partial<Record<UnitKind, CatalogueRow['level']>> = {
  county: 'county',
  'county-department': 'county',
  township: 'township',
  village: 'village',
  enterprise: 'enterprise',
};

/** Whose duty a row speaks of where a person, not the folder, names its lead. */
export const levelOfLead = (kind: UnitKind): CatalogueRow['level'] =>
  levelOfKind[kind] ?? 'department';

export interface OrderToPlace {
  readonly matterCode: string;
  /** 12 digits or shorter. */
  readonly areaCode: string;
  /** The city's calendar day of the suggestion. */
  readonly on: string;
  readonly isNight: boolean;
  readonly isExamDay: boolean;
}

/** What one row had over another, in the order in which it is asked. */
export const precedences = ['matter', 'area', 'time', 'newer', 'id'] as const;
export type Precedence = (typeof precedences)[number];

export interface UnitSuggestion {
  readonly rowId: string;
  readonly lead: string;
  readonly assists: readonly string[];
  readonly linkage: readonly string[];
  readonly backstop: string | null;
  readonly level: CatalogueRow['level'];
  readonly direct: boolean;
  /** The row names a county's bureau, the place no county: the city's bureau stands in for it. */
  readonly standsIn: boolean;
  /** Why this row fits: parts of a sentence, not the sentence. */
  readonly because: {
    readonly matter: string;
    readonly area: string;
    readonly areaLevel: AreaLevel;
    readonly time: CatalogueRow['time'];
    readonly validFrom: string | null;
    readonly basisKind: string;
    readonly basis: string;
  };
  /** Rows that fit too, and by what they stood back. */
  readonly beats: readonly {
    readonly rowId: string;
    readonly lead: string;
    readonly by: Precedence;
  }[];
}

export interface Suggestions {
  /** Best first, one per lead. */
  readonly ranked: readonly UnitSuggestion[];
  /** Rows that would name a closer unit if the place were told more closely. */
  readonly needCloserPlace: readonly { readonly rowId: string; readonly level: AreaLevel }[];
}

interface Placed {
  readonly row: CatalogueRow;
  readonly lead: string;
}

/** 派单建议: the rows of the catalogue that fit an order, the most particular first. */
export function suggestUnit(order: OrderToPlace, rows: readonly CatalogueRow[]): Suggestions {
  const place = placeLevels(order.areaCode);
  const fitting = rows
    .filter((row) => fits(row, order, place))
    .toSorted((a, b) => compare(a, b).order);
  const placed = fitting.flatMap((row) => {
    const lead = unitAt(row.lead, place);
    return lead ? [{ row, lead }] : [];
  });
  return {
    ranked: placed
      .filter(({ lead }, at) => placed.findIndex((other) => other.lead === lead) === at)
      .map((winner) => suggestionOf(winner, placed.slice(placed.indexOf(winner) + 1), place)),
    needCloserPlace: fitting.flatMap((row) => {
      const level = levelAskedBy(row.lead);
      return level && place[level] === null ? [{ rowId: row.id, level }] : [];
    }),
  };
}

function fits(row: CatalogueRow, order: OrderToPlace, place: PlaceLevels): boolean {
  return (
    order.matterCode.startsWith(row.matter) &&
    liesIn(place, row.area) &&
    isTimeOf(row.time, order) &&
    (row.validFrom === null || row.validFrom <= order.on) &&
    (row.validTo === null || order.on <= row.validTo)
  );
}

function isTimeOf(time: CatalogueRow['time'], { isNight, isExamDay }: OrderToPlace): boolean {
  switch (time) {
    case 'any':
      return true;
    case 'night':
      return isNight;
    case 'day':
      return !isNight;
    case 'exam':
      return isExamDay;
    default:
      return time satisfies never;
  }
}

const areaDepth = { city: 0, county: 1, town: 2, village: 3 } as const;
// Exam days are a few in a year, nights half of it.
const timeDepth = { any: 0, day: 1, night: 1, exam: 2 } as const;

/** Longer matter, then closer area, then narrower time, then newer; the id only keeps the order steady. */
function compare(a: CatalogueRow, b: CatalogueRow): { order: number; by: Precedence } {
  const steps: readonly (readonly [Precedence, number])[] = [
    ['matter', b.matter.length - a.matter.length],
    ['area', areaDepth[levelOf(b.area)] - areaDepth[levelOf(a.area)]],
    ['time', timeDepth[b.time] - timeDepth[a.time]],
    ['newer', alphabetical(b.validFrom ?? '', a.validFrom ?? '')],
  ];
  const [by, order] = steps.find(([, difference]) => difference !== 0) ?? [
    'id',
    alphabetical(a.id, b.id),
  ];
  return { order, by };
}

function alphabetical(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function suggestionOf(
  { row, lead }: Placed,
  beaten: readonly Placed[],
  place: PlaceLevels,
): UnitSuggestion {
  const assists = unitsAt(row.assists, place).filter((unit) => unit !== lead);
  return {
    rowId: row.id,
    lead,
    assists,
    linkage: unitsAt(row.linkage, place).filter((unit) => unit !== lead && !assists.includes(unit)),
    backstop: row.backstop === null ? null : unitAt(row.backstop, place),
    level: row.level,
    direct: row.direct,
    standsIn: standsInFor(row.lead, place),
    because: {
      matter: row.matter,
      area: row.area,
      areaLevel: levelOf(row.area),
      time: row.time,
      validFrom: row.validFrom,
      basisKind: row.basisKind,
      basis: row.basis,
    },
    beats: beaten.map((other) => ({
      rowId: other.row.id,
      lead: other.lead,
      by: compare(row, other.row).by,
    })),
  };
}
