import type { ledgers as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { ledgerSubject } from './ledger.ts';
import { lockVisible, markClosed } from './ledgers.repo.ts';
import { mayLeadOn } from './policy.ts';
import { countUnended } from './sites.repo.ts';

/** 办结台账: by a person, once nothing in it is open. */
export async function closeLedger(
  ctx: Context,
  { ledgerId, words }: InputOf<typeof contract.closeLedger>,
): Promise<{ done: true }> {
  const ledger = await lockVisible(ctx, ledgerId);
  demand(mayLeadOn(ctx.actor, ledger));
  const count = await countUnended(ctx, ledgerId);
  refuseUnless(count === 0, 'ledgers.sites-open', { count });
  await markClosed(ctx, ledgerId, words);
  tell(ctx, ledgerSubject(ledgerId), 'ledgers.closed', {});
  announce(ctx, 'ledgers');
  return { done: true };
}
