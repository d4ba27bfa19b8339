import type { Weights } from './model.ts';

export interface Descent {
  readonly weights: Weights;
  /** Sums of squared slopes: what moved much moves less (AdaGrad). */
  readonly squares: Weights;
  readonly rate: number;
  readonly decay: number;
}

const small = 1e-4;

/** 下降: moves what these signs say against the slope. */
export function descend(
  { weights, squares, rate, decay }: Descent,
  part: keyof Weights,
  signs: Int32Array,
  slopes: Float64Array,
): void {
  const [own, seen] = [weights[part], squares[part]];
  const width = slopes.length;
  for (let k = 0; k < width; k += 1) {
    const slope = slopes[k] ?? 0;
    if (slope < small && slope > -small) continue;
    for (let index = 0; index < signs.length; index += 1) {
      const at = (signs[index] ?? 0) * width + k;
      const weight = own[at] ?? 0;
      const pull = slope + decay * weight;
      const square = (seen[at] ?? 0) + pull * pull;
      seen[at] = square;
      own[at] = weight - (rate * pull) / Math.sqrt(square + 1e-2);
    }
  }
}
