/** A share of things counted; the numerator may hold halves where a city counts 部分解决 as one. */
export interface Ratio {
  numerator: number;
  denominator: number;
}

export interface Interval {
  low: number;
  high: number;
}

/** Of the normal distribution, both sides together 5 %. */
const z95 = 1.959963984540054;

/**
 * 威尔逊区间, 95 %: where the true share probably lies when so few were counted. Null when nothing was counted. Unlike
 * the plain share it never says 100 % of twenty is as sure as 100 % of six thousand (domain 3.6).
 */
export function wilson({ numerator, denominator }: Ratio): Interval | null {
  if (denominator <= 0) return null;
  const share = numerator / denominator;
  const z2 = z95 * z95;
  const middle = share + z2 / (2 * denominator);
  const half =
    z95 * Math.sqrt((share * (1 - share)) / denominator + z2 / (4 * denominator * denominator));
  const whole = 1 + z2 / denominator;
  return {
    low: Math.max(0, (middle - half) / whole),
    high: Math.min(1, (middle + half) / whole),
  };
}
