/** 经纬度, in degrees. */
export interface Spot {
  readonly lng: number;
  readonly lat: number;
}

const metresPerDegree = 111_320;

/** 相距, in metres. Close enough for a city: the earth is flat for some kilometres. */
export function metresBetween(a: Spot, b: Spot): number {
  const east = (a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(east, a.lat - b.lat) * metresPerDegree;
}
