import type { ledgerSites as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { openedContact } from '../requesters/index.ts';
import { siteSubject } from './ledger.ts';
import { maySeeContact } from './policy.ts';
import { findVisible, insertLook } from './sites.repo.ts';

/** 查看联系人: every look states a purpose and is kept. */
export async function readContact(
  ctx: Context,
  { siteId, purpose }: InputOf<typeof contract.readContact>,
): Promise<ReplyOf<typeof contract.readContact>> {
  const site = await findVisible(ctx, siteId);
  demand(maySeeContact(ctx.actor, site));
  refuseUnless(site.contact_enc, 'ledgers.no-contact');
  await insertLook(ctx, siteId, purpose);
  tell(ctx, siteSubject(siteId), 'ledgers.contact-read', {});
  return openedContact(ctx, site.contact_enc);
}
