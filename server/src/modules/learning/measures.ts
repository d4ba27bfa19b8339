/** One message that was read and then decided: the shares given, and the number of the truth (-1: never met). */
export interface Judged {
  readonly shares: Float64Array;
  readonly truth: number;
}

/** 前几位命中率: how often the truth is among the first so many. */
export function hitRate(judged: readonly Judged[], first: number): number {
  return share(judged, ({ shares, truth }) => truth >= 0 && rankOf(shares, truth) < first);
}

/** 宏平均 F1 over the labels that are true or given at least once. */
export function macroF1(judged: readonly Judged[]): number {
  const counts = new Map<number, { hit: number; given: number; wanted: number }>();
  const of = (label: number) => {
    const count = counts.get(label) ?? { hit: 0, given: 0, wanted: 0 };
    counts.set(label, count);
    return count;
  };
  for (const { shares, truth } of judged) {
    const first = firstOf(shares);
    of(first).given += 1;
    of(truth).wanted += 1;
    if (first === truth) of(truth).hit += 1;
  }
  let sum = 0;
  for (const { hit, given, wanted } of counts.values()) sum += (2 * hit) / (given + wanted);
  return counts.size === 0 ? 0 : sum / counts.size;
}

/** 放行率: the largest share, the surest first, that keeps at least this precision. */
export function coverageAt(judged: readonly Judged[], precision: number): number {
  const surest = judged
    .map(({ shares, truth }) => {
      const first = firstOf(shares);
      return { sure: shares[first] ?? 0, isRight: first === truth };
    })
    .toSorted((a, b) => b.sure - a.sure);
  let right = 0;
  let covered = 0;
  surest.forEach(({ isRight, sure }, at) => {
    if (isRight) right += 1;
    // Equally sure ones go through together or not at all.
    const isLast = surest[at + 1]?.sure !== sure;
    if (isLast && right >= precision * (at + 1)) covered = at + 1;
  });
  return judged.length === 0 ? 0 : covered / judged.length;
}

const bins = 15;

/** 校准误差 (ECE): mean distance between what the first label was given and how often it was right, fifteen even bins. */
export function calibrationError(judged: readonly Judged[]): number {
  const off = new Float64Array(bins);
  for (const { shares, truth } of judged) {
    const first = firstOf(shares);
    const sure = shares[first] ?? 0;
    const bin = Math.min(bins - 1, Math.floor(sure * bins));
    off[bin] = (off[bin] ?? 0) + sure - (first === truth ? 1 : 0);
  }
  return judged.length === 0
    ? 0
    : off.reduce((sum, distance) => sum + Math.abs(distance), 0) / judged.length;
}

/** 混淆: true and given labels that are taken for each other most often. */
export function confusions(
  judged: readonly Judged[],
  most: number,
): { truth: number; given: number; count: number }[] {
  const pairs = new Map<string, { truth: number; given: number; count: number }>();
  for (const { shares, truth } of judged) {
    const given = firstOf(shares);
    if (given === truth) continue;
    const key = `${truth} ${given}`;
    const pair = pairs.get(key) ?? { truth, given, count: 0 };
    pair.count += 1;
    pairs.set(key, pair);
  }
  return [...pairs.values()].toSorted((a, b) => b.count - a.count).slice(0, most);
}

export function firstOf(shares: Float64Array): number {
  let first = 0;
  for (let label = 1; label < shares.length; label += 1)
    if ((shares[label] ?? 0) > (shares[first] ?? 0)) first = label;
  return first;
}

function rankOf(shares: Float64Array, label: number): number {
  const own = shares[label] ?? 0;
  let before = 0;
  for (let other = 0; other < shares.length; other += 1) {
    const share = shares[other] ?? 0;
    if (share > own || (share === own && other < label)) before += 1;
  }
  return before;
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(holds).length / all.length;
}
