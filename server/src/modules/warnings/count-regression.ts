import { spreadOf, type Terms } from './day-terms.ts';
import { solve } from './solve.ts';

/** What was counted under which terms, and how much it counts. */
export interface Counted {
  readonly terms: Terms;
  readonly count: number;
  readonly weight: number;
}

export interface CountModel {
  expected(terms: Terms): number;
  /** Variance over mean; 1 for pure chance. */
  readonly dispersion: number;
}

const rounds = 5;
/** Residuals beyond this many spreads count less, so that a burst does not teach the model. */
const tolerated = 2.5;

interface Sparse {
  readonly at: Int32Array;
  readonly values: Float64Array;
}

/**
 * 计数回归: a log-linear regression of counts on named terms, each held near nothing until the data speaks
 * (ridge), outliers held back. Terms the data has never shown are nothing.
 */
export function fitCounts(rows: readonly Counted[]): CountModel {
  const index = new Map<string, number>();
  const sparse = rows.map(({ terms }) => sparseOf(terms, index, true));
  const penalties = Float64Array.from(index.keys(), (name) => 1 / spreadOf(name) ** 2);
  let effects = new Float64Array(index.size);
  effects[0] = Math.log(meanOf(rows) + 1e-3);
  let dispersion = 1;
  for (let round = 0; round < rounds; round += 1) {
    const fitted = sparse.map((row) => Math.exp(clamped(dot(row, effects))));
    dispersion = dispersionOf(rows, fitted);
    effects = step({ rows, sparse, fitted, effects, penalties, dispersion });
  }
  return {
    expected: (terms) => Math.exp(clamped(dot(sparseOf(terms, index, false), effects))),
    dispersion,
  };
}

interface Step {
  readonly rows: readonly Counted[];
  readonly sparse: readonly Sparse[];
  readonly fitted: readonly number[];
  readonly effects: Float64Array;
  readonly penalties: Float64Array;
  readonly dispersion: number;
}

/** One round of iteratively reweighted least squares. */
function step({
  rows,
  sparse,
  fitted,
  effects,
  penalties,
  dispersion,
}: Step): Float64Array<ArrayBuffer> {
  const size = effects.length;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  rows.forEach(({ count, weight }, no) => {
    const row = sparse[no];
    const mean = fitted[no] ?? 0;
    if (!row || weight === 0) return;
    const pearson = Math.abs(count - mean) / Math.sqrt(dispersion * Math.max(mean, 0.05));
    const trust = Math.min(1, tolerated / Math.max(pearson, 1e-9));
    const information = (weight * trust * Math.max(mean, 1e-3)) / dispersion;
    const work = dot(row, effects) + (count - mean) / Math.max(mean, 1e-3);
    addRow({ matrix, right, row, information, work });
  });
  for (let i = 0; i < size; i += 1)
    matrix[i * size + i] = (matrix[i * size + i] ?? 0) + (penalties[i] ?? 0);
  return solve(matrix, right);
}

interface Addition {
  readonly matrix: Float64Array;
  readonly right: Float64Array;
  readonly row: Sparse;
  readonly information: number;
  readonly work: number;
}

/** Only the lower half: the solver looks at no other. */
function addRow({ matrix, right, row: { at, values }, information, work }: Addition): void {
  const size = right.length;
  for (let a = 0; a < at.length; a += 1) {
    const i = at[a] ?? 0;
    const scaled = information * (values[a] ?? 0);
    right[i] = (right[i] ?? 0) + scaled * work;
    for (let b = 0; b < at.length; b += 1) {
      const j = at[b] ?? 0;
      if (j <= i) matrix[i * size + j] = (matrix[i * size + j] ?? 0) + scaled * (values[b] ?? 0);
    }
  }
}

function sparseOf(terms: Terms, index: Map<string, number>, learns: boolean): Sparse {
  const at: number[] = [];
  const values: number[] = [];
  for (const [name, value] of terms) {
    let place = index.get(name);
    if (place === undefined && learns) {
      place = index.size;
      index.set(name, place);
    }
    if (place === undefined) continue;
    at.push(place);
    values.push(value);
  }
  return { at: Int32Array.from(at), values: Float64Array.from(values) };
}

function dot({ at, values }: Sparse, effects: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < at.length; i += 1) sum += (values[i] ?? 0) * (effects[at[i] ?? 0] ?? 0);
  return sum;
}

const clamped = (logarithm: number): number => Math.max(-12, Math.min(18, logarithm));

function meanOf(rows: readonly Counted[]): number {
  const weight = rows.reduce((sum, row) => sum + row.weight, 0);
  return rows.reduce((sum, row) => sum + row.weight * row.count, 0) / Math.max(weight, 1e-9);
}

/** 过离散: by the middle of the squared residuals, which a few bursts do not move; never below chance. */
function dispersionOf(rows: readonly Counted[], fitted: readonly number[]): number {
  const squares = rows
    .flatMap(({ count, weight }, no) => {
      const mean = Math.max(fitted[no] ?? 0, 0.05);
      return weight > 0 ? [(count - mean) ** 2 / mean] : [];
    })
    .sort((a, b) => a - b);
  // The median of a chi-square of one degree is 0.455.
  return Math.max(1, (squares[Math.floor(squares.length / 2)] ?? 1) / 0.455);
}
