import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { aTransfer, type Pair, startPair } from './testing/pair.ts';
import { type Twin, until } from './testing/twin.ts';

// Two programs on a busy machine take their time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.end());

const opened = z.object({ number: z.string(), opened_at: z.string() });

async function handOver(from: Twin, count: number): Promise<z.infer<typeof opened>[]> {
  const made: z.infer<typeof opened>[] = [];
  for (let at = 0; at < count; at += 1)
    made.push(opened.parse(await from.control('POST', 'cases', aTransfer(`断网期间第${at}件`))));
  return made;
}

const isQuiet = async (...twins: readonly Twin[]) =>
  (await Promise.all(twins.map((twin) => twin.state()))).every(
    ({ unsent }) => unsent.waiting === 0,
  );

test('the link is cut under load and one side is killed in the middle: nothing lost, nothing doubled', async () => {
  const { police, hotline } = pair;
  await hotline.control('POST', 'auto', { mode: 'whole' });
  const before = await handOver(police, 10);
  await hotline.control('POST', 'link', { cut: true });
  const during = await handOver(police, 20);
  await hotline.control('POST', 'link', { cut: false });
  const later = handOver(police, 20);
  await until(async () => (await hotline.cases()).length >= 15);
  await hotline.kill();
  await hotline.start();
  const all = [...before, ...during, ...(await later)];
  const isOver = async () => (await police.cases()).every(({ state }) => state === 'done');
  await until(async () => (await isOver()) && (await isQuiet(police, hotline)));

  const theirs = (await hotline.cases()).map(({ peer_number }) => peer_number);
  expect(theirs.toSorted()).toEqual(all.map(({ number }) => number).toSorted());
  for (const day of new Set(all.map(({ opened_at }) => opened_at.slice(0, 10)))) {
    expect((await police.reconcile(day))?.mismatched).toEqual([]);
    expect((await hotline.reconcile(day))?.mismatched).toEqual([]);
  }
  const counted = await police.case(all[0]?.number ?? '');
  expect(counted.received.map(({ kind }) => kind)).toEqual([
    'accept',
    'progress',
    'progress',
    'result',
  ]);
});

test('a day with something still on its way is not even', async () => {
  const { police, hotline } = pair;
  await hotline.control('POST', 'link', { cut: true });
  const [waits] = await handOver(police, 1);
  const day = waits?.opened_at.slice(0, 10) ?? '';
  expect(await police.reconcile(day)).toBeNull();
  await hotline.kill();
  await hotline.start();
  expect((await hotline.state()).isCut).toBe(true);
  await hotline.control('POST', 'link', { cut: false });
  await until(() => isQuiet(police, hotline));
});
