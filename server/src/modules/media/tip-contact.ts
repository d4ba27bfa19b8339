import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { decrypt, encrypt } from '../../platform/secrets.ts';
import { mayWork } from './policy.ts';
import { tipSubject } from './subjects.ts';
import { takeOffShowing } from './take-off.ts';
import { mediaText } from './text.ts';
import { changeTip, findTip, keepConsent, keepLook, lockTip, type Tip } from './tips.repo.ts';

const kept = z.object({ name: z.string(), phone: z.string() });
export type Contact = z.output<typeof kept>;

/** Kept only of whoever agreed to something; null otherwise. */
export function sealedContact(
  ctx: Context,
  { name = '', phone = '' }: { name?: string | undefined; phone?: string | undefined },
): Buffer | null {
  if (name === '' && phone === '') return null;
  return encrypt(ctx.keys, JSON.stringify({ name, phone }));
}

export const contactOf = (
  ctx: Context,
  { contact_enc: sealed }: Pick<Tip, 'contact_enc'>,
): Contact =>
  sealed === null ? { name: '', phone: '' } : kept.parse(JSON.parse(decrypt(ctx.keys, sealed)));

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
  await keepConsent(ctx, tipId, { mayContact, mayAppear, how: consentHow });
  if (tip.may_appear && !mayAppear && tip.order_id !== null)
    await takeOffShowing(ctx, tip.order_id, mediaText.consentTakenBack);
  tell(ctx, tipSubject(tipId), 'media.consent-changed', { mayContact, mayAppear });
  announce(ctx, 'media');
  return { done: true };
}
