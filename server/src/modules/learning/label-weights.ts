import type { Row } from './vocabulary.ts';

/**
 * 标签权重: for each feature the labels it ever stood beside and what it weighs for them; all others weigh nothing.
 * A word stands beside few labels, so this is a hundredth of the full matrix. Segments lie in one arena and move to
 * its end when they outgrow their room.
 */
export interface LabelWeights {
  starts: Int32Array;
  sizes: Int32Array;
  rooms: Int32Array;
  labels: Uint16Array;
  values: Float32Array;
  /** Squares of past gradients: what has been corrected often moves in small steps. */
  squares: Float32Array;
  used: number;
  features: number;
  /** One for each label. */
  biases: Float32Array;
  biasSquares: Float32Array;
}

export function noWeights(features: number, labels: number): LabelWeights {
  return {
    starts: new Int32Array(features),
    sizes: new Int32Array(features),
    rooms: new Int32Array(features),
    labels: new Uint16Array(1024),
    values: new Float32Array(1024),
    squares: new Float32Array(1024),
    used: 0,
    features,
    biases: new Float32Array(labels),
    biasSquares: new Float32Array(labels),
  };
}

/** Makes sure that every feature of the row may weigh for the label. */
export function letWeigh(weights: LabelWeights, row: Row, label: number): void {
  for (const feature of row.at) {
    if (feature >= weights.features) addFeatures(weights, feature + 1);
    const start = weights.starts[feature] ?? 0;
    const size = weights.sizes[feature] ?? 0;
    let at = start;
    while (at < start + size && weights.labels[at] !== label) at += 1;
    if (at === start + size) addPair(weights, feature, label);
  }
}

/** Adds the scores of all labels of a row into `scores`, which has a place for each label. */
export function scoreInto(scores: Float64Array, weights: LabelWeights, { at, value }: Row): void {
  const { starts, sizes, labels, values, biases, features } = weights;
  for (let label = 0; label < biases.length; label += 1)
    scores[label] = (scores[label] ?? 0) + (biases[label] ?? 0);
  for (let index = 0; index < at.length; index += 1) {
    const feature = at[index] ?? 0;
    if (feature >= features) continue;
    const weight = value[index] ?? 0;
    const start = starts[feature] ?? 0;
    const end = start + (sizes[feature] ?? 0);
    for (let pair = start; pair < end; pair += 1) {
      const label = labels[pair] ?? 0;
      scores[label] = (scores[label] ?? 0) + weight * (values[pair] ?? 0);
    }
  }
}

/** One step against the errors (probability minus truth) of a row: adaptive, so that rare words move far. */
export function correct(
  weights: LabelWeights,
  { at, value }: Row,
  errors: Float64Array,
  pace: number,
): void {
  const { starts, sizes, labels, values, squares, biases, biasSquares, features } = weights;
  for (let index = 0; index < at.length; index += 1) {
    const feature = at[index] ?? 0;
    if (feature >= features) continue;
    const weight = value[index] ?? 0;
    const start = starts[feature] ?? 0;
    const end = start + (sizes[feature] ?? 0);
    for (let pair = start; pair < end; pair += 1) {
      const error = errors[labels[pair] ?? 0] ?? 0;
      if (error === 0) continue;
      const slope = error * weight;
      const square = (squares[pair] ?? 0) + slope * slope;
      squares[pair] = square;
      values[pair] = (values[pair] ?? 0) - (pace * slope) / Math.sqrt(square + firstSquare);
    }
  }
  for (let label = 0; label < biases.length; label += 1) {
    const slope = (errors[label] ?? 0) * biasValue;
    if (slope === 0) continue;
    const square = (biasSquares[label] ?? 0) + slope * slope;
    biasSquares[label] = square;
    biases[label] =
      (biases[label] ?? 0) - (pace * slope * biasValue) / Math.sqrt(square + firstSquare);
  }
}

// Keeps the very first step of a pair from being a leap.
const firstSquare = 1e-4;
const biasValue = 0.1;

export function addLabels(weights: LabelWeights, labels: number): void {
  weights.biases = grown(weights.biases, labels);
  weights.biasSquares = grown(weights.biasSquares, labels);
}

export function copyOf(weights: LabelWeights): LabelWeights {
  return {
    ...weights,
    starts: weights.starts.slice(),
    sizes: weights.sizes.slice(),
    rooms: weights.rooms.slice(),
    labels: weights.labels.slice(),
    values: weights.values.slice(),
    squares: weights.squares.slice(),
    biases: weights.biases.slice(),
    biasSquares: weights.biasSquares.slice(),
  };
}

function addFeatures(weights: LabelWeights, features: number): void {
  if (features > weights.starts.length) {
    const room = Math.ceil(features * 1.5);
    weights.starts = grown(weights.starts, room);
    weights.sizes = grown(weights.sizes, room);
    weights.rooms = grown(weights.rooms, room);
  }
  weights.features = features;
}

function addPair(weights: LabelWeights, feature: number, label: number): void {
  const size = weights.sizes[feature] ?? 0;
  if (size === (weights.rooms[feature] ?? 0)) moveSegment(weights, feature, size);
  const at = (weights.starts[feature] ?? 0) + size;
  weights.labels[at] = label;
  weights.values[at] = 0;
  weights.squares[at] = 0;
  weights.sizes[feature] = size + 1;
}

function moveSegment(weights: LabelWeights, feature: number, size: number): void {
  const room = size < 2 ? 2 : size * 2;
  const { used } = weights;
  if (used + room > weights.labels.length) {
    const length = Math.ceil((used + room) * 1.5);
    weights.labels = grown(weights.labels, length);
    weights.values = grown(weights.values, length);
    weights.squares = grown(weights.squares, length);
  }
  const start = weights.starts[feature] ?? 0;
  weights.labels.copyWithin(used, start, start + size);
  weights.values.copyWithin(used, start, start + size);
  weights.squares.copyWithin(used, start, start + size);
  weights.starts[feature] = used;
  weights.rooms[feature] = room;
  weights.used = used + room;
}

function grown<T extends Int32Array | Uint16Array | Float32Array>(short: T, length: number): T;
function grown(short: Int32Array | Uint16Array | Float32Array, length: number) {
  const long =
    short instanceof Float32Array
      ? new Float32Array(length)
      : short instanceof Uint16Array
        ? new Uint16Array(length)
        : new Int32Array(length);
  long.set(short.subarray(0, length));
  return long;
}

/** The same weights without room to grow in. */
export function trimmed(weights: LabelWeights): LabelWeights {
  const { used, features } = weights;
  return {
    ...weights,
    starts: weights.starts.slice(0, features),
    sizes: weights.sizes.slice(0, features),
    rooms: weights.rooms.slice(0, features),
    labels: weights.labels.slice(0, used),
    values: weights.values.slice(0, used),
    squares: weights.squares.slice(0, used),
  };
}
