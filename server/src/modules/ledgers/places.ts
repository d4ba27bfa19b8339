import { metresBetween, type Spot } from '../../platform/metres.ts';
import { normalise, runsOf } from '../text/index.ts';

export type Point = Spot;

/** 地址比对: blanks and marks say nothing. */
export const addressKey = (address: string): string => runsOf(normalise(address)).join('');

/** 同一点位: nearer than a house is wide. */
const sameMetres = 30;
/** 相距不远. */
export const nearMetres = 500;

export interface Placed {
  readonly address: string;
  readonly point: Point | null;
}

export function isSamePlace(a: Placed, b: Placed): boolean {
  const key = addressKey(a.address);
  if (key !== '' && key === addressKey(b.address)) return true;
  return isWithin(a.point, b.point, sameMetres);
}

export const isWithin = (a: Point | null, b: Point | null, metres: number): boolean =>
  a !== null && b !== null && metresBetween(a, b) <= metres;

/** 归并点位: what stands at one place together, in the order in which each place was first named. */
export function gatherPlaces<Row extends Placed>(rows: readonly Row[]): [Row, ...Row[]][] {
  const places: [Row, ...Row[]][] = [];
  for (const row of rows) {
    const place = places.find((others) => others.some((other) => isSamePlace(other, row)));
    if (place) place.push(row);
    else places.push([row]);
  }
  return places;
}
