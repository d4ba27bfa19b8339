/** 层级: the areas an order's place lies in, as unit codes; null where the place is not told that closely. */
export interface PlaceLevels {
  readonly city: string;
  readonly county: string | null;
  readonly town: string | null;
  readonly village: string | null;
}

export type AreaLevel = keyof PlaceLevels;

/** Reads a division code of 4 to 12 digits; `350626000000` and `350626` are the same county. */
export function placeLevels(areaCode: string): PlaceLevels {
  const code = closest(areaCode);
  return {
    city: `${code.slice(0, 4)}00`,
    county: code.length >= 6 ? code.slice(0, 6) : null,
    town: code.length >= 9 ? code.slice(0, 9) : null,
    village: code.length >= 12 ? code.slice(0, 12) : null,
  };
}

/** What a page for everybody may say of a place: a village of few people would tell whose house it is, a township does not. */
export const townOf = (areaCode: string): string => `${areaCode.slice(0, 9)}000`;

/** The level a code of the catalogue speaks of. */
export function levelOf(areaCode: string): AreaLevel {
  const { county, town, village } = placeLevels(areaCode);
  if (village) return 'village';
  if (town) return 'town';
  return county ? 'county' : 'city';
}

export function liesIn(place: PlaceLevels, areaCode: string): boolean {
  const level = levelOf(areaCode);
  return place[level] === placeLevels(areaCode)[level];
}

/** Zeros that only fill up a shorter code say nothing. */
function closest(areaCode: string): string {
  let code = areaCode;
  if (code.length === 12 && code.endsWith('000')) code = code.slice(0, 9);
  if (code.length === 9 && code.endsWith('000')) code = code.slice(0, 6);
  return code.length === 6 && code.endsWith('00') ? code.slice(0, 4) : code;
}
