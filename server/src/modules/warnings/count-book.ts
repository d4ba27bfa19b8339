/** Counts of one key: hours ascending, and how many there were up to and with each. */
interface Counts {
  readonly hours: number[];
  readonly sums: number[];
}

/** 计数簿: how often each key was counted, asked by spans of hours. Hours are those of the city since 1970. */
export interface CountBook {
  /** In the order of time, key by key. */
  add(key: string, hour: number, count: number): void;
  /** Half-open. */
  seen(key: string, from: number, to: number): number;
  keys(): Iterable<string>;
  /** Every hour something was counted in, with how much. */
  each(key: string, from: number, to: number, tell: (hour: number, count: number) => void): void;
  begins(key: string): number | null;
}

/** The key every appeal is counted under. */
export const everything = 'all';
export const dayHours = 24;

export function newCountBook(): CountBook {
  const book = new Map<string, Counts>();
  return {
    add: (key, hour, count) => {
      const known = book.get(key);
      if (!known) {
        book.set(key, { hours: [hour], sums: [count] });
        return;
      }
      const { hours, sums } = known;
      const sum = (sums.at(-1) ?? 0) + count;
      if (hours.at(-1) === hour) sums[sums.length - 1] = sum;
      else {
        hours.push(hour);
        sums.push(sum);
      }
    },
    seen: (key, from, to) => {
      const counts = book.get(key);
      return counts ? upTo(counts, to) - upTo(counts, from) : 0;
    },
    keys: () => book.keys(),
    each: (key, from, to, tell) => {
      const counts = book.get(key);
      if (!counts) return;
      const { hours, sums } = counts;
      for (let no = firstAt(hours, from); no < hours.length && (hours[no] ?? to) < to; no += 1)
        tell(hours[no] ?? 0, (sums[no] ?? 0) - (no > 0 ? (sums[no - 1] ?? 0) : 0));
    },
    begins: (key) => book.get(key)?.hours[0] ?? null,
  };
}

function upTo({ hours, sums }: Counts, hour: number): number {
  const no = firstAt(hours, hour);
  return no === 0 ? 0 : (sums[no - 1] ?? 0);
}

/** The first place at or after the hour. */
function firstAt(hours: readonly number[], hour: number): number {
  let low = 0;
  let high = hours.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hours[middle] ?? 0) < hour) low = middle + 1;
    else high = middle;
  }
  return low;
}
