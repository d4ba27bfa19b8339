import type { ledgerSites as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { siteSubject } from './ledger.ts';
import { findVisible } from './ledgers.repo.ts';
import { mayLeadSite } from './policy.ts';
import { change, lockVisible } from './sites.repo.ts';

/** 核销: nothing was there, or it is counted elsewhere. It stands in no sum but its own, and nobody is told of a cure. */
export async function writeOffSite(
  ctx: Context,
  { siteId, reason }: InputOf<typeof contract.writeOffSite>,
): Promise<{ done: true }> {
  const site = await lockVisible(ctx, siteId);
  demand(mayLeadSite(ctx.actor, await findVisible(ctx, site.ledger_id), site));
  await change(ctx, siteId, {
    ended_at: ctx.now,
    written_off_by: ctx.actor.accountId,
    written_off_reason: reason,
  });
  tell(ctx, siteSubject(siteId), 'ledgers.site-written-off', { from: site.state });
  announce(ctx, 'ledgers');
  return { done: true };
}
