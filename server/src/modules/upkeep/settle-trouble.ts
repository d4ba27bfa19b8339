import type { upkeep as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { giveUp, runAgain } from './failing-jobs.repo.ts';
import { endTrouble } from './report-trouble.ts';
import { hold } from './troubles.repo.ts';

/**
 * 处置运行异常: jobs are run once more or given up, with what they would have done; of a log that does not agree it is
 * said what was found out. Refuses `upkeep.no-such-trouble`, `upkeep.ends-itself`, `upkeep.not-that-way`.
 */
export async function settleTrouble(
  ctx: Context,
  { troubleId, how, words }: InputOf<typeof contract.settleTrouble>,
): Promise<{ done: true }> {
  const found = await hold(ctx, troubleId);
  refuseUnless(found?.overAt === null, 'upkeep.no-such-trouble');
  refuseUnless(found.kind === 'job' || found.kind === 'chain', 'upkeep.ends-itself');
  refuseUnless((found.kind === 'chain') === (how === 'looked-into'), 'upkeep.not-that-way');
  if (how === 'again') await runAgain(ctx, found.about);
  if (how === 'gave-up') await giveUp(ctx, found.about);
  await endTrouble(ctx, troubleId, { ended: how, words });
  return { done: true };
}
