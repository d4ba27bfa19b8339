import type { ledgerSites as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { siteSubject } from './ledger.ts';
import { lockVisible as lockLedger } from './ledgers.repo.ts';
import { tiedTo } from './links.repo.ts';
import { mayLeadSite } from './policy.ts';
import { change, lockVisible } from './sites.repo.ts';
import { tellCleared } from './tell-cleared.ts';

/**
 * 核销: nothing was there, or it is counted elsewhere. It stands in no sum but its own, and nobody is told of a cure of it;
 * whoever waited for it alone hears of what else was cleared.
 */
export async function writeOffSite(
  ctx: Context,
  { siteId, reason }: InputOf<typeof contract.writeOffSite>,
): Promise<{ done: true }> {
  const site = await lockVisible(ctx, siteId);
  const ledger = await lockLedger(ctx, site.ledger_id);
  demand(mayLeadSite(ctx.actor, ledger, site));
  await change(ctx, siteId, {
    ended_at: ctx.now,
    written_off_by: ctx.actor.accountId,
    written_off_reason: reason,
  });
  tell(ctx, siteSubject(siteId), 'ledgers.site-written-off', { from: site.state });
  await tellCleared(ctx, { ledgerId: ledger.id, orderIds: await tiedTo(ctx, siteId) });
  announce(ctx, 'ledgers');
  return { done: true };
}
