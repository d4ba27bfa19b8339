import { type Scores, segmentScores, stretchAt } from './lattice.ts';

export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
}

/** 最优切分: the cut with the highest score. */
export function bestCut(scores: Scores): Cut[] {
  const { length, kinds, steps, longest } = scores;
  const own = segmentScores(scores);
  const best = new Float64Array((length + 1) * kinds).fill(Number.NEGATIVE_INFINITY);
  const sizes = new Int32Array((length + 1) * kinds);
  const before = new Int32Array((length + 1) * kinds);
  const width = kinds + 1;
  for (let start = 0; start < length; start += 1) {
    for (let kind = 0; kind < kinds; kind += 1) {
      const [entry, from] = bestEntry(best, steps, { start, kind, kinds, width });
      const most = Math.min(longest[kind] ?? 1, length - start);
      for (let size = 1; size <= most; size += 1) {
        const at = (start + size) * kinds + kind;
        const score =
          entry + (own[stretchAt(start, start + size, scores.reach) * kinds + kind] ?? 0);
        if (score <= (best[at] ?? 0)) continue;
        best[at] = score;
        sizes[at] = size;
        before[at] = from;
      }
    }
  }
  return walkBack({ best, sizes, before, steps, length, kinds });
}

function bestEntry(
  best: Float64Array,
  steps: Float64Array,
  { start, kind, kinds, width }: { start: number; kind: number; kinds: number; width: number },
): [number, number] {
  if (start === 0) return [steps[kinds * width + kind] ?? 0, -1];
  let most = Number.NEGATIVE_INFINITY;
  let from = -1;
  for (let earlier = 0; earlier < kinds; earlier += 1) {
    const score = (best[start * kinds + earlier] ?? 0) + (steps[earlier * width + kind] ?? 0);
    if (score > most) [most, from] = [score, earlier];
  }
  return [most, from];
}

interface Walked {
  readonly best: Float64Array;
  readonly sizes: Int32Array;
  readonly before: Int32Array;
  readonly steps: Float64Array;
  readonly length: number;
  readonly kinds: number;
}

function walkBack({ best, sizes, before, steps, length, kinds }: Walked): Cut[] {
  let kind = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let each = 0; each < kinds; each += 1) {
    const score = (best[length * kinds + each] ?? 0) + (steps[each * (kinds + 1) + kinds] ?? 0);
    if (score > most) [most, kind] = [score, each];
  }
  const cuts: Cut[] = [];
  for (let end = length; end > 0 && kind >= 0; ) {
    const at = end * kinds + kind;
    const size = Math.max(1, sizes[at] ?? 1);
    cuts.push({ start: end - size, end, kind });
    end -= size;
    kind = before[at] ?? -1;
  }
  return cuts.reverse();
}
