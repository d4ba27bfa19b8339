import { expect, test, vi } from 'vitest';
import type { Context } from './context.ts';
import { keptFor } from './kept-for.ts';

/** A program, as far as what is kept for it is asked. */
const aProgram = () => ({ ports: {} }) as Context;

test('is read once for all who ask, and again when its time is over', async () => {
  vi.useFakeTimers();
  try {
    let readings = 0;
    const counted = keptFor(1000, async () => {
      readings += 1;
      return readings;
    });
    const ctx = aProgram();
    expect(await Promise.all([counted(ctx), counted(ctx)])).toEqual([1, 1]);
    vi.advanceTimersByTime(999);
    expect(await counted(ctx)).toBe(1);
    vi.advanceTimersByTime(1);
    expect(await counted(ctx)).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});

test('each program has its own', async () => {
  const own = keptFor(1000, async (ctx) => ctx.ports);
  const [one, other] = [aProgram(), aProgram()];
  expect(await own(one)).toBe(one.ports);
  expect(await own(other)).toBe(other.ports);
});

test('what failed is read again by the next who asks', async () => {
  let tries = 0;
  const flaky = keptFor(1000, async () => {
    tries += 1;
    if (tries === 1) throw new Error('not now');
    return tries;
  });
  const ctx = aProgram();
  await expect(flaky(ctx)).rejects.toThrow('not now');
  expect(await flaky(ctx)).toBe(2);
});
