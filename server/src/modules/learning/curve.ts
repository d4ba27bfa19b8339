import { firstOf } from './measures.ts';

/**
 * 可信度曲线: how often the first label was right when it was given about so much, lately. What people see is read
 * from it, so that "80 %" keeps meaning eight of ten when the city changes.
 */
export interface Curve {
  readonly counts: Float64Array;
  readonly said: Float64Array;
  readonly right: Float64Array;
}

const steps = 12;
// A step that has met few answers stays near what was said.
const patience = 25;
const kept = 1 - 1 / 1500;

export function newCurve(): Curve {
  const step = () => new Float64Array(steps);
  return { counts: step(), said: step(), right: step() };
}

export function learnCurve(curve: Curve, said: number, wasRight: boolean): void {
  for (let step = 0; step < steps; step += 1) {
    curve.counts[step] = (curve.counts[step] ?? 0) * kept;
    curve.said[step] = (curve.said[step] ?? 0) * kept;
    curve.right[step] = (curve.right[step] ?? 0) * kept;
  }
  const step = stepOf(said);
  curve.counts[step] = (curve.counts[step] ?? 0) + 1;
  curve.said[step] = (curve.said[step] ?? 0) + said;
  curve.right[step] = (curve.right[step] ?? 0) + (wasRight ? 1 : 0);
}

/** In place: the largest share becomes what it has proved to mean, the others share the rest as before. */
export function bend(curve: Curve, shares: Float64Array): Float64Array {
  const first = firstOf(shares);
  const said = shares[first] ?? 0;
  if (said >= 1 || shares.length < 2) return shares;
  let second = 0;
  for (let label = 0; label < shares.length; label += 1)
    if (label !== first) second = Math.max(second, shares[label] ?? 0);
  // The order of the labels is the experts' business: the first stays first.
  const least = second / (1 - said + second);
  const meant = Math.min(0.999, Math.max(least, said + offAt(curve, said)));
  const rest = (1 - meant) / (1 - said);
  for (let label = 0; label < shares.length; label += 1)
    shares[label] = label === first ? meant : (shares[label] ?? 0) * rest;
  return shares;
}

/** By how much the truth lay above what was said hereabouts: between the middles of two steps, both. */
function offAt({ counts, said: toldSum, right }: Curve, said: number): number {
  const place = said * steps - 0.5;
  const low = Math.max(0, Math.min(steps - 1, Math.floor(place)));
  const high = Math.min(steps - 1, low + 1);
  const share = Math.max(0, Math.min(1, place - low));
  const over = weighed(right, low, share, high) - weighed(toldSum, low, share, high);
  return over / (weighed(counts, low, share, high) + patience);
}

function weighed(sums: Float64Array, low: number, share: number, high: number): number {
  return (sums[low] ?? 0) * (1 - share) + (sums[high] ?? 0) * share;
}

function stepOf(said: number): number {
  return Math.max(0, Math.min(steps - 1, Math.floor(said * steps)));
}
