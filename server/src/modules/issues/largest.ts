type Scores = { readonly [at: number]: number };

/** So many of `from` with the highest scores, in the order they stand in; of equal ones the first. */
export function largest(from: readonly number[], scores: Scores, most: number): number[] {
  if (from.length <= most) return [...from];
  const least = leastKept(from, scores, most);
  let equal = most;
  for (const at of from) if ((scores[at] ?? 0) > least) equal -= 1;
  return from.filter((at) => {
    const score = scores[at] ?? 0;
    if (score !== least) return score > least;
    equal -= 1;
    return equal >= 0;
  });
}

/** Sorted only now and then: most are below what is kept already. */
const roomPerKept = 8;

function leastKept(from: readonly number[], scores: Scores, most: number): number {
  const room = new Float64Array(most * roomPerKept);
  let [count, least] = [0, Number.NEGATIVE_INFINITY];
  for (const at of from) {
    const score = scores[at] ?? 0;
    if (score <= least) continue;
    room[count] = score;
    count += 1;
    if (count < room.length) continue;
    room.sort().copyWithin(0, count - most);
    count = most;
    least = room[0] ?? least;
  }
  return room.subarray(0, count).sort()[count - most] ?? least;
}
