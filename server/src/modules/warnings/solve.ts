/** Solves a symmetric positive system by Cholesky; both arguments are used up. */
export function solve(matrix: Float64Array, right: Float64Array): Float64Array<ArrayBuffer> {
  const size = right.length;
  const at = (i: number, j: number): number => matrix[i * size + j] ?? 0;
  for (let j = 0; j < size; j += 1) {
    let pivot = at(j, j);
    for (let k = 0; k < j; k += 1) pivot -= at(j, k) ** 2;
    const root = Math.sqrt(Math.max(pivot, 1e-10));
    matrix[j * size + j] = root;
    for (let i = j + 1; i < size; i += 1) {
      let sum = at(i, j);
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      matrix[i * size + j] = sum / root;
    }
  }
  const found = Float64Array.from(right);
  for (let i = 0; i < size; i += 1) {
    let sum = found[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= at(i, k) * (found[k] ?? 0);
    found[i] = sum / at(i, i);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = found[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) sum -= at(k, i) * (found[k] ?? 0);
    found[i] = sum / at(i, i);
  }
  return found;
}
