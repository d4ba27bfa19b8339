import type { Runtime } from './context.ts';

interface Chore {
  readonly name: string;
  readonly everySeconds: number;
  work(runtime: Runtime): Promise<void>;
}

const chores = new Map<string, Chore>();

/**
 * 杂务: upkeep that changes nothing anybody reads, so it follows the wall's clock and no alarm; by every worker,
 * several at once where there are several. Registered at start-up.
 */
export function chore(each: Chore): void {
  if (chores.has(each.name)) throw new Error(`Two chores are named ${each.name}.`);
  chores.set(each.name, each);
}

/** Does what is due; `doneAt` is the worker's own memory. */
export async function doChores(runtime: Runtime, doneAt: Map<string, number>): Promise<void> {
  for (const { name, everySeconds, work } of chores.values()) {
    const last = doneAt.get(name) ?? Number.NEGATIVE_INFINITY;
    if (performance.now() - last < everySeconds * 1000) continue;
    doneAt.set(name, performance.now());
    await work(runtime);
  }
}
