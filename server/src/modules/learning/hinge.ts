import { type LabelWeights, letWeigh, noWeights } from './label-weights.ts';
import type { Random } from './random.ts';
import type { Row } from './vocabulary.ts';

export interface HingeWishes {
  readonly passes: number;
  /** How dear an error is against large weights. */
  readonly cost: number;
}

interface Training {
  readonly rows: readonly Row[];
  readonly lengths: Float64Array;
  readonly random: Random;
  readonly wishes: HingeWishes;
}

const biasValue = 0.3;
const closeEnough = 0.02;

/**
 * 一对其余: a plane for each label, squared hinge by dual coordinate descent with shrinking (Hsieh et al. 2008).
 * A label weighs only the features it ever stood beside, as the online learner does.
 */
export function trainHinge(
  rows: readonly Row[],
  labels: Uint16Array,
  sizes: { features: number; labels: number },
  wishes: HingeWishes,
  random: Random,
): LabelWeights {
  const weights = noWeights(sizes.features, sizes.labels);
  rows.forEach((row, index) => {
    letWeigh(weights, row, labels[index] ?? 0);
  });
  const training = { rows, lengths: Float64Array.from(rows, squareOf), random, wishes };
  const plane = new Float32Array(sizes.features);
  const isOwn = new Uint8Array(sizes.features);
  for (let label = 0; label < sizes.labels; label += 1) {
    const own = ownFeatures(isOwn, rows, labels, label);
    plane.fill(0);
    weights.biases[label] = fitPlane(plane, isOwn, training, (index) => labels[index] === label);
    keepPlane(weights, plane, own, label);
  }
  return weights;
}

/** Answers the bias; the plane is filled in place. */
function fitPlane(
  plane: Float32Array,
  isOwn: Uint8Array,
  { rows, lengths, random, wishes }: Training,
  isOf: (index: number) => boolean,
): number {
  const shares = new Float64Array(rows.length);
  const diagonal = 1 / (2 * wishes.cost);
  let active = Int32Array.from(rows, (_, index) => index);
  let highest = Number.POSITIVE_INFINITY;
  let bias = 0;
  for (let pass = 0; pass < wishes.passes; pass += 1) {
    random.shuffle(active);
    let kept = 0;
    let most = 0;
    for (const index of active) {
      const row = rows[index];
      if (!row) continue;
      const side = isOf(index) ? 1 : -1;
      const share = shares[index] ?? 0;
      const slope = side * (dot(plane, row) + bias * biasValue) - 1 + diagonal * share;
      // Far on the right side and of no weight: it will not come back.
      if (share === 0 && slope > highest) continue;
      active[kept] = index;
      kept += 1;
      if (share === 0 && slope >= 0) continue;
      most = Math.max(most, Math.abs(slope));
      const moved = Math.max(share - slope / ((lengths[index] ?? 1) + diagonal), 0);
      shares[index] = moved;
      addTo(plane, isOwn, row, (moved - share) * side);
      bias += (moved - share) * side * biasValue;
    }
    if (most < closeEnough) break;
    highest = most;
    active = active.subarray(0, kept);
  }
  return bias * biasValue;
}

function dot(plane: Float32Array, { at, value }: Row): number {
  let sum = 0;
  for (let index = 0; index < at.length; index += 1)
    sum += (plane[at[index] ?? 0] ?? 0) * (value[index] ?? 0);
  return sum;
}

function addTo(plane: Float32Array, isOwn: Uint8Array, { at, value }: Row, times: number): void {
  if (times === 0) return;
  for (let index = 0; index < at.length; index += 1) {
    const feature = at[index] ?? 0;
    if (isOwn[feature] === 1) plane[feature] = (plane[feature] ?? 0) + times * (value[index] ?? 0);
  }
}

function ownFeatures(
  isOwn: Uint8Array,
  rows: readonly Row[],
  labels: Uint16Array,
  label: number,
): number[] {
  isOwn.fill(0);
  const own: number[] = [];
  rows.forEach((row, index) => {
    if (labels[index] !== label) return;
    for (const feature of row.at) {
      if (isOwn[feature] === 0) own.push(feature);
      isOwn[feature] = 1;
    }
  });
  return own;
}

function keepPlane(
  weights: LabelWeights,
  plane: Float32Array,
  own: readonly number[],
  label: number,
): void {
  const { starts, labels, values } = weights;
  for (const feature of own) {
    let pair = starts[feature] ?? 0;
    while (labels[pair] !== label) pair += 1;
    values[pair] = plane[feature] ?? 0;
  }
}

function squareOf({ value }: Row): number {
  let sum = biasValue * biasValue;
  for (const weight of value) sum += weight * weight;
  return sum;
}
