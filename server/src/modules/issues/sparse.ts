/** 稀疏向量: ids ascending, weights of length one in all. */
export interface Sparse {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  /** How far it points where all the others point: forms of address, the words of every complaint. */
  readonly common: number;
}

/** Weighs, sorts and scales; what weighs nothing is left out. */
export function sparseOf(
  counts: ReadonlyMap<number, number>,
  weigh: (id: number) => number,
): Sparse {
  const kept = [...counts]
    .map(([id, count]) => ({ id, weight: (1 + Math.log(count)) * weigh(id) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.id - b.id);
  const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0));
  return {
    ids: Int32Array.from(kept, ({ id }) => id),
    weights: Float32Array.from(kept, ({ weight }) => weight / length),
    common: 0,
  };
}

/** 去共性: tells every vector how much of it all share, so that likeness can be measured beyond that. */
export function centred(vectors: readonly Sparse[]): Sparse[] {
  const { weights, square } = sumOf(vectors);
  const length = Math.sqrt(square);
  return vectors.map((vector) => ({
    ...vector,
    common: length === 0 ? 0 : dotWith(vector, weights) / length,
  }));
}

/** 余弦: beyond what all have in common; 1 for the same, 0 for no more than anybody shares. */
export function cosine(a: Sparse, b: Sparse): number {
  const beyond = dot(a, b) - a.common * b.common;
  const left = (1 - a.common ** 2) * (1 - b.common ** 2);
  return left < 1e-6 ? 0 : Math.max(0, beyond / Math.sqrt(left));
}

function dot(a: Sparse, b: Sparse): number {
  let [atA, atB, sum] = [0, 0, 0];
  const [idsA, idsB] = [a.ids, b.ids];
  while (atA < idsA.length && atB < idsB.length) {
    const idA = idsA[atA] ?? 0;
    const idB = idsB[atB] ?? 0;
    if (idA === idB) sum += (a.weights[atA] ?? 0) * (b.weights[atB] ?? 0);
    if (idA <= idB) atA += 1;
    if (idB <= idA) atB += 1;
  }
  return sum;
}

/** What both have, told one after the other. */
export function shared(a: Sparse, b: Sparse): number[] {
  const found: number[] = [];
  let [atA, atB] = [0, 0];
  while (atA < a.ids.length && atB < b.ids.length) {
    const idA = a.ids[atA] ?? 0;
    const idB = b.ids[atB] ?? 0;
    if (idA === idB) found.push(idA);
    if (idA <= idB) atA += 1;
    if (idB <= idA) atB += 1;
  }
  return found;
}

/** 向量和: of a group. */
export interface Sum {
  readonly weights: ReadonlyMap<number, number>;
  /** In how many of the summed each stands. */
  readonly counts: ReadonlyMap<number, number>;
  readonly square: number;
  readonly common: number;
}

export function sumOf(vectors: readonly Sparse[]): Sum {
  const weights = new Map<number, number>();
  const counts = new Map<number, number>();
  let common = 0;
  for (const vector of vectors) {
    common += vector.common;
    vector.ids.forEach((id, at) => {
      weights.set(id, (weights.get(id) ?? 0) + (vector.weights[at] ?? 0));
      counts.set(id, (counts.get(id) ?? 0) + 1);
    });
  }
  let square = 0;
  for (const weight of weights.values()) square += weight * weight;
  return { weights, counts, square, common };
}

/** The same cosine to a sum; `isIn`: the vector is one of the summed, and what it adds is taken off. */
export function cosineTo(vector: Sparse, sum: Sum, isIn: boolean): number {
  if (vector.ids.length === 0) return 0;
  const all = dotWith(vector, sum.weights);
  const own = isIn ? 1 : 0;
  const [product, common] = [all - own, sum.common - own * vector.common];
  const square = sum.square - own * (2 * all - 1);
  const left = (1 - vector.common ** 2) * (square - common ** 2);
  return left < 1e-6 ? 0 : Math.max(0, (product - vector.common * common) / Math.sqrt(left));
}

function dotWith({ ids, weights }: Sparse, sums: ReadonlyMap<number, number>): number {
  let sum = 0;
  ids.forEach((id, at) => {
    sum += (weights[at] ?? 0) * (sums.get(id) ?? 0);
  });
  return sum;
}
