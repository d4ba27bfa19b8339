import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Listening, receiptFor } from '../../server/test/exchange/other-side.ts';
import { percentile } from './percentile.ts';

export interface Burst {
  usualPerSecond: number;
  burstPerSecond: number;
  /** Reached, not wished. */
  times: number;
  messages: number;
  /** From the answer to whoever caused it until it arrived over there. */
  oldestSeconds: { usual: number; burst: number };
  p95Seconds: { usual: number; burst: number };
  /** After the last was queued, until nothing waited. */
  emptySeconds: number;
}

export interface Load {
  readonly usualPerSecond: number;
  readonly times: number;
  readonly seconds: number;
  /** Causes one message that goes out; answers our number of its case. */
  once(): Promise<string>;
}

const mostAtOnce = 24;
const mostWaitMs = 120_000;
const told = z.object({ case: z.object({ sender: z.string() }) });

/** 突发: so many as usual, then many times as many, begun by the clock whether or not those before are over. */
export async function underBurst(peer: Listening, load: Load): Promise<Burst> {
  const arrivedAt = new Map<string, number>();
  peer.answer = (arrived) => {
    const read = told.safeParse(arrived.message);
    if (read.success) arrivedAt.set(read.data.case.sender, performance.now());
    return receiptFor(arrived);
  };
  const usual = await paced(load, load.usualPerSecond);
  const before = await agesOf(usual.causedAt, arrivedAt);
  const burst = await paced(load, load.usualPerSecond * load.times);
  const from = performance.now();
  const ages = await agesOf(burst.causedAt, arrivedAt);
  return {
    usualPerSecond: round(usual.perSecond),
    burstPerSecond: round(burst.perSecond),
    times: round(burst.perSecond / usual.perSecond),
    messages: before.length + ages.length,
    oldestSeconds: { usual: round(Math.max(...before)), burst: round(Math.max(...ages)) },
    p95Seconds: { usual: round(percentile(before, 0.95)), burst: round(percentile(ages, 0.95)) },
    emptySeconds: round((performance.now() - from) / 1000),
  };
}

interface Paced {
  readonly perSecond: number;
  readonly causedAt: ReadonlyMap<string, number>;
}

/** How old each was when it arrived; waits for the last. */
async function agesOf(
  causedAt: ReadonlyMap<string, number>,
  arrivedAt: ReadonlyMap<string, number>,
): Promise<number[]> {
  const until = performance.now() + mostWaitMs;
  const isThere = () => [...causedAt.keys()].every((no) => arrivedAt.has(no));
  while (!isThere() && performance.now() < until) await pause(20);
  return [...causedAt].map(([no, at]) =>
    Math.max(0, ((arrivedAt.get(no) ?? Number.POSITIVE_INFINITY) - at) / 1000),
  );
}

async function paced(load: Load, perSecond: number): Promise<Paced> {
  const causedAt = new Map<string, number>();
  const from = performance.now();
  const seconds = () => (performance.now() - from) / 1000;
  const underWay = new Set<Promise<void>>();
  let begun = 0;
  while (seconds() < load.seconds) {
    if (begun >= seconds() * perSecond || underWay.size >= mostAtOnce) {
      await pause(5);
      continue;
    }
    begun += 1;
    const one = load
      .once()
      .then((no) => void causedAt.set(no, performance.now()))
      .finally(() => underWay.delete(one));
    underWay.add(one);
  }
  await Promise.all(underWay);
  return { perSecond: begun / seconds(), causedAt };
}

const round = (value: number): number => Number(value.toFixed(2));
