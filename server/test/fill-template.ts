import type { Runtime } from '../src/platform/context.ts';

/** What every test finds in its database: nothing yet but the tables. */
export async function fillTemplate(_runtime: Runtime): Promise<void> {}
