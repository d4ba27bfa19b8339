import { percentile } from './percentile.ts';

/** What became of one request. */
export interface Outcome {
  /** HTTP status, or why there was no answer. */
  readonly what: number | string;
  /** A 503 says when to come again. */
  readonly saysWhen: boolean;
}

export interface Phase {
  asked: number;
  ok: number;
  busy: number;
  busyWithoutRetryAfter: number;
  /** Whatever else came, by status or reason. */
  other: Record<string, number>;
  /** Of those answered with yes. */
  p50Ms: number;
  p95Ms: number;
  mostUnderWay: number;
}

export interface Arrivals extends Phase {
  /** p95 of the yes of everything that arrived in that second, and how many were refused; null where none had a yes. */
  readonly seconds: readonly { p95Ms: number | null; refused: number }[];
}

interface Second {
  readonly ms: number[];
  refused: number;
}

/** 开环: so many a second begin by the clock, whether or not those before are over; ends when all are answered. */
export async function arrivals(
  perSecond: number,
  forSeconds: number,
  once: () => Promise<Outcome>,
): Promise<Arrivals> {
  const counts = { asked: 0, ok: 0, busy: 0, busyWithoutRetryAfter: 0, mostUnderWay: 0 };
  const other: Record<string, number> = {};
  const bySecond = Array.from({ length: forSeconds }, (): Second => ({ ms: [], refused: 0 }));
  const underWay = new Set<Promise<void>>();
  const from = performance.now();
  const arrive = async () => {
    const at = performance.now();
    const second = bySecond[Math.min(forSeconds - 1, Math.floor((at - from) / 1000))];
    const { what, saysWhen } = await once();
    if (what === 200) {
      counts.ok += 1;
      second?.ms.push(performance.now() - at);
      return;
    }
    if (second) second.refused += 1;
    if (what === 503) counts.busy += 1;
    else other[what] = (other[what] ?? 0) + 1;
    if (what === 503 && !saysWhen) counts.busyWithoutRetryAfter += 1;
  };
  const end = from + forSeconds * 1000;
  for (let now = performance.now(); now < end; now = performance.now()) {
    const due = Math.floor(((now - from) / 1000) * perSecond);
    for (; counts.asked < due; counts.asked += 1) {
      const one: Promise<void> = arrive().finally(() => underWay.delete(one));
      underWay.add(one);
    }
    counts.mostUnderWay = Math.max(counts.mostUnderWay, underWay.size);
    await new Promise((wake) => setTimeout(wake, 5));
  }
  await Promise.all(underWay);
  const all = bySecond.flatMap(({ ms }) => ms);
  return {
    ...counts,
    other,
    p50Ms: Math.round(percentile(all, 0.5)),
    p95Ms: Math.round(percentile(all, 0.95)),
    seconds: bySecond.map(({ ms, refused }) => ({
      p95Ms: ms.length === 0 ? null : percentile(ms, 0.95),
      refused,
    })),
  };
}
