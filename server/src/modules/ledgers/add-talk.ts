import type { ledgerSites as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import { siteSubject } from './ledger.ts';
import { findVisible } from './ledgers.repo.ts';
import { insertTalk, talksOf } from './moves.repo.ts';
import { mayWork } from './policy.ts';
import { lockVisible } from './sites.repo.ts';

/** 沟通记录、邻里调解. */
export async function addTalk(
  ctx: Context,
  { siteId, kind, who, on, said, next }: InputOf<typeof contract.addTalk>,
): Promise<{ done: true }> {
  const site = await lockVisible(ctx, siteId);
  demand(mayWork(ctx.actor, await findVisible(ctx, site.ledger_id), site));
  refuseUnless(on <= dayOf(ctx.now.getTime(), ctx.city.zone), 'ledgers.future-day');
  const no = (await talksOf(ctx, siteId)).length + 1;
  await insertTalk(ctx, { site_id: siteId, no, kind, who, talked_on: on, said, next_step: next });
  tell(ctx, siteSubject(siteId), 'ledgers.talked', { kind, no });
  announce(ctx, 'ledgers');
  return { done: true };
}
