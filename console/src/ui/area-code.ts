/** Zeros that only fill a division code up say nothing: 350602000000 is the county 350602. */
export function shortestArea(code: string): string {
  let shortest = code;
  while (shortest.length > 6 && shortest.endsWith('000')) shortest = shortest.slice(0, -3);
  return shortest;
}

/** The area one level up; null above a county. */
export function areaAbove(code: string): string | null {
  if (code.length === 12) return code.slice(0, 9);
  return code.length === 9 ? code.slice(0, 6) : null;
}
