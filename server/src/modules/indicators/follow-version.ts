import { systemActor } from '../../platform/actor.ts';
import { chore } from '../../platform/chores.ts';
import type { Context } from '../../platform/context.ts';
import { hasHeardAll } from '../../platform/delivered.ts';
import { transact } from '../../platform/transact.ts';
import { factVersion } from './facts-of.ts';
import { follow } from './make-facts.ts';
import { rebuildFacts } from './rebuild.ts';
import {
  insertRebuild,
  isAnythingMade,
  isMadeBy,
  ordersAfter,
  rebuildNow,
} from './rebuilds.repo.ts';

/**
 * 升级后自动重算: facts an earlier program made by other rules are made anew without anybody's asking; reports wait for
 * it. Where none are made yet, those to come will be made by this program.
 */
export async function followVersion(ctx: Context): Promise<void> {
  if ((await isMadeBy(ctx, factVersion)) || (await rebuildNow(ctx)) !== null) return;
  if (await isOutdated(ctx)) await rebuildFacts(ctx);
  else await insertRebuild(ctx, 'done');
}

/** Also when no fact was ever made of orders whose events have all been delivered. */
async function isOutdated(ctx: Context): Promise<boolean> {
  if (await isAnythingMade(ctx)) return true;
  const [order] = await ordersAfter(ctx, null, 1);
  return order !== undefined && (await hasHeardAll(ctx, follow, ctx.now));
}

chore({
  name: 'indicators:follow-version',
  everySeconds: 60,
  work: (runtime) => transact(runtime, systemActor, followVersion),
});
