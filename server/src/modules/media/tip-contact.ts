import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type Contact, openedContact, sealedContact } from '../requesters/index.ts';
import { dropContact, dropContactLater, dropMessage } from './drop-contact.ts';
import { mayWork } from './policy.ts';
import { tipSubject } from './subjects.ts';
import { takeOffShowing } from './take-off.ts';
import { mediaText } from './text.ts';
import { changeTip, findTip, keepConsent, keepLook, lockTip, type Tip } from './tips.repo.ts';

export const contactOf = (ctx: Context, { contact_enc }: Pick<Tip, 'contact_enc'>): Contact =>
  openedContact(ctx, contact_enc);

/** 查看联系方式: every look states a purpose and is kept. */
export async function readTipContact(
  ctx: Context,
  { tipId, purpose }: InputOf<typeof contract.readTipContact>,
): Promise<ReplyOf<typeof contract.readTipContact>> {
  const tip = await findTip(ctx, tipId);
  demand(mayWork(ctx.actor));
  refuseUnless(tip.contact_enc && tip.may_contact, 'media.no-contact');
  await keepLook(ctx, tipId, purpose);
  tell(ctx, tipSubject(tipId), 'media.contact-read', {});
  return contactOf(ctx, tip);
}

/** 本人同意有变化: who no longer wants to appear is taken off at once; taken back altogether, who it was is no longer kept. */
export async function changeConsent(
  ctx: Context,
  { tipId, mayContact, mayAppear, consentHow, ...now }: InputOf<typeof contract.changeConsent>,
): Promise<{ done: true }> {
  const tip = await lockTip(ctx, tipId);
  demand(mayWork(ctx.actor));
  const before = contactOf(ctx, tip);
  const contact = { name: now.name ?? before.name, phone: now.phone ?? before.phone };
  refuseUnless(!mayContact || contact.phone !== '', 'media.number-needed');
  await changeTip(ctx, tipId, {
    may_contact: mayContact,
    may_appear: mayAppear,
    consent_how: consentHow,
    contact_enc: mayContact || mayAppear ? sealedContact(ctx, contact) : null,
  });
  await keepOnlyAgreed(ctx, tip, { mayContact, mayAppear });
  await keepConsent(ctx, tipId, { mayContact, mayAppear, how: consentHow });
  if (tip.may_appear && !mayAppear && tip.order_id !== null)
    await takeOffShowing(ctx, tip.order_id, mediaText.consentTakenBack);
  tell(ctx, tipSubject(tipId), 'media.consent-changed', { mayContact, mayAppear });
  announce(ctx, 'media');
  return { done: true };
}

/** Taken back, it is gone at once, a message as soon as nobody may be written to; left after the answer, it is not kept for ever either. */
async function keepOnlyAgreed(
  ctx: Context,
  tip: Tip,
  { mayContact, mayAppear }: { mayContact: boolean; mayAppear: boolean },
): Promise<void> {
  if (!mayContact && !mayAppear) return dropContact(ctx, tip);
  if (!mayContact) await dropMessage(ctx, tip);
  if (tip.state === 'answer' || tip.state === 'refused') await dropContactLater(ctx, tip.id);
}
