import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { systemClock } from '../../server/src/platform/clock.ts';
import { type Listening, receiptFor } from '../../server/test/exchange/other-side.ts';
import { percentile } from './percentile.ts';

export interface Burst {
  usualPerSecond: number;
  burstPerSecond: number;
  /** Reached, not wished. */
  times: number;
  messages: number;
  /** From queued to arrived over there. */
  oldestSeconds: { usual: number; burst: number };
  p95Seconds: { usual: number; burst: number };
  /** After the last was queued, until nothing waited. */
  emptySeconds: number;
}

export interface Load {
  readonly usualPerSecond: number;
  readonly times: number;
  readonly seconds: number;
  /** Causes one message that goes out. */
  once(): Promise<void>;
  waiting(): Promise<number>;
}

const mostAtOnce = 24;
const sent = z.object({ at: z.iso.datetime() });

/** 突发: so many as usual, then many times as many, begun by the clock whether or not those before are over. */
export async function underBurst(peer: Listening, load: Load): Promise<Burst> {
  const ages: number[] = [];
  peer.answer = (arrived) => {
    const read = sent.safeParse(arrived.message);
    if (read.success) ages.push((systemClock.now().getTime() - Date.parse(read.data.at)) / 1000);
    return receiptFor(arrived);
  };
  const usual = await paced(load, load.usualPerSecond);
  await emptied(load);
  const before = ages.splice(0);
  const burst = await paced(load, load.usualPerSecond * load.times);
  const emptySeconds = await emptied(load);
  return {
    usualPerSecond: round(usual),
    burstPerSecond: round(burst),
    times: round(burst / usual),
    messages: before.length + ages.length,
    oldestSeconds: { usual: round(Math.max(0, ...before)), burst: round(Math.max(0, ...ages)) },
    p95Seconds: { usual: round(percentile(before, 95)), burst: round(percentile(ages, 95)) },
    emptySeconds: round(emptySeconds),
  };
}

async function paced(load: Load, perSecond: number): Promise<number> {
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
    const one = load.once().finally(() => underWay.delete(one));
    underWay.add(one);
  }
  await Promise.all(underWay);
  return begun / seconds();
}

async function emptied(load: Load): Promise<number> {
  const from = performance.now();
  while ((await load.waiting()) > 0) await pause(50);
  return (performance.now() - from) / 1000;
}

const round = (value: number): number => Number(value.toFixed(2));
