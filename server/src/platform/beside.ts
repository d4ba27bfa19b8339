import type { Runtime } from './context.ts';

const underWay = new WeakMap<Runtime, Set<Promise<void>>>();

/**
 * 旁路: work that waits for another system. It holds no place of the job queue, so that whoever is slow keeps nobody
 * waiting, and it opens transactions of its own, short ones, when it has something to write. A process that dies ends it
 * in the middle: whoever begins it leaves an alarm behind that begins it anew.
 */
export function beside(runtime: Runtime, work: () => Promise<void>): void {
  const known = underWay.get(runtime) ?? new Set();
  underWay.set(runtime, known);
  const life = work()
    .catch((error: unknown) => runtime.log.error({ err: error }, 'work beside the queue failed'))
    .finally(() => known.delete(life));
  known.add(life);
}

const ending = new WeakSet<Runtime>();
const whenEnding = new WeakMap<Runtime, Set<() => void>>();

/** 收尾: true once the process ends. Whoever goes on as long as there is work asks before taking more. */
export const isEnding = (runtime: Runtime): boolean => ending.has(runtime);

/**
 * For work of minutes that is done again anyway: nobody who ends the program waits for it. At once where it
 * ends already. Answers how to take it back.
 */
export function onEnding(runtime: Runtime, act: () => void): () => void {
  const known = whenEnding.get(runtime) ?? new Set();
  whenEnding.set(runtime, known);
  known.add(act);
  if (isEnding(runtime)) act();
  return () => {
    known.delete(act);
  };
}

export function beginEnding(runtime: Runtime): void {
  ending.add(runtime);
  for (const act of whenEnding.get(runtime) ?? []) act();
}

/** Before a process ends: what is in hand is finished, and nothing more is taken. */
export async function endBeside(runtime: Runtime): Promise<void> {
  beginEnding(runtime);
  await besideDone(runtime);
}

/** Until none of it is under way: before a clock moves on. */
export async function besideDone(runtime: Runtime): Promise<void> {
  for (const known = underWay.get(runtime); known && known.size > 0; ) await Promise.all(known);
}
