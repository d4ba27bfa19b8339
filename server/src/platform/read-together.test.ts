import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readTogether, viewOf } from './read-together.ts';
import { actorAs } from './testing/actors.ts';

/** A reading that ends when it is told to. */
function slowly() {
  const begun: PromiseWithResolvers<number>[] = [];
  const read = () => {
    const one = Promise.withResolvers<number>();
    begun.push(one);
    return one.promise;
  };
  return { begun, read };
}

test('who asks while it is read shares one reading that began after they asked', async () => {
  const { begun, read } = slowly();
  const together = readTogether<number>();
  const first = together('a', read);
  const later = [together('a', read), together('a', read), together('a', read)];
  expect(begun).toHaveLength(1);
  begun[0]?.resolve(1);
  expect(await first).toBe(1);
  await turn();
  expect(begun).toHaveLength(2);
  // The second is under way: what changed since it began is not in it.
  const last = together('a', read);
  begun[1]?.resolve(2);
  expect(await Promise.all(later)).toEqual([2, 2, 2]);
  await turn();
  begun[2]?.resolve(3);
  expect(await last).toBe(3);
  expect(begun).toHaveLength(3);
});

test('another question waits for nobody, and one that failed is asked anew', async () => {
  const { begun, read } = slowly();
  const together = readTogether<number>();
  const failing = together('a', read);
  const other = together('b', read);
  const waiting = together('a', read);
  begun[1]?.resolve(7);
  expect(await other).toBe(7);
  begun[0]?.reject(new Error('gone'));
  await expect(failing).rejects.toThrow('gone');
  await turn();
  begun[2]?.resolve(8);
  expect(await waiting).toBe(8);
  const again = together('a', read);
  begun[3]?.resolve(9);
  expect(await again).toBe(9);
});

test('two of the centre with the same roles see the same; two of a unit each what they are named for', () => {
  const at = new Date('2026-03-02T01:00:00Z');
  const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };
  expect(viewOf(actorAs('dispatcher', at))).toBe(viewOf(actorAs('dispatcher', at)));
  expect(viewOf(actorAs('dispatcher', at))).not.toBe(viewOf(actorAs('director', at)));
  const outsourced = actorAs('dispatcher', at, { outsourced: true });
  expect(viewOf(outsourced)).not.toBe(viewOf(actorAs('dispatcher', at)));
  expect(viewOf(actorAs('handler', at, bureau))).not.toBe(viewOf(actorAs('handler', at, bureau)));
});
