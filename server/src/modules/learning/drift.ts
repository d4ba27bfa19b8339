/** How many of what was decided had which label. */
export type Mix = Readonly<Record<string, number>>;

const sumOf = (mix: Mix): number => Object.values(mix).reduce((sum, count) => sum + count, 0);

/** 构成偏移: the share of one mix that would have to be other labels to look like the other, 0 to 1 (total variation). */
export function shiftBetween(one: Mix, other: Mix): number {
  const [ofOne, ofOther] = [sumOf(one), sumOf(other)];
  if (ofOne === 0 || ofOther === 0) return 0;
  const labels = new Set([...Object.keys(one), ...Object.keys(other)]);
  let apart = 0;
  for (const label of labels)
    apart += Math.abs((one[label] ?? 0) / ofOne - (other[label] ?? 0) / ofOther);
  return apart / 2;
}

/** 偶然: what so few decisions of the very same mix would be apart from it on the mean. */
export function shiftByChance(mix: Mix, count: number): number {
  const all = sumOf(mix);
  if (all === 0 || count === 0) return 0;
  const apart = Object.values(mix)
    .map((each) => each / all)
    .reduce((sum, share) => sum + Math.sqrt((2 * share * (1 - share)) / (Math.PI * count)), 0);
  return Math.min(1, apart / 2);
}

export interface Changed {
  readonly label: string;
  readonly before: number;
  readonly now: number;
}

/** The labels whose share has changed most, the greatest change first. */
export function mostChanged(before: Mix, now: Mix, most: number): Changed[] {
  const [ofBefore, ofNow] = [sumOf(before), sumOf(now)];
  if (ofBefore === 0 || ofNow === 0) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .map((label) => ({
      label,
      before: (before[label] ?? 0) / ofBefore,
      now: (now[label] ?? 0) / ofNow,
    }))
    .toSorted((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before))
    .slice(0, most);
}
