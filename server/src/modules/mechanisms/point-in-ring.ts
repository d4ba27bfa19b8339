/** 围栏: whether a point lies inside the corners of an area; a ray to the east crosses its edge an odd number of times. */
export function isInside(
  [lng, lat]: readonly [number, number],
  ring: readonly (readonly [number, number])[],
): boolean {
  return ring.reduce((inside, [x, y], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length] ?? [x, y];
    const isBetween = y > lat !== y2 > lat;
    return isBetween && lng < ((x2 - x) * (lat - y)) / (y2 - y) + x ? !inside : inside;
  }, false);
}
