import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { badInput, demand, Refusal, refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { sealedContact } from '../requesters/index.ts';
import { nextNo } from './numbers.repo.ts';
import { mayWork } from './policy.ts';
import { tipSubject } from './subjects.ts';
import { beginTipWait } from './tip-wait.ts';
import { insertTip, keepConsent, sameSource } from './tips.repo.ts';

/** 录入线索: with its source and what the person agreed to; whoever agreed to nothing is not kept. */
export async function enterTip(
  ctx: Context,
  input: InputOf<typeof contract.enterTip>,
): Promise<ReplyOf<typeof contract.enterTip>> {
  demand(mayWork(ctx.actor));
  const { sourceKind, sourceName, sourceRef, mayContact, mayAppear, consentHow } = input;
  refuseUnless(!mayContact || input.phone, 'media.number-needed');
  if (new Date(input.receivedAt) > ctx.now) throw badInput(['receivedAt']);
  if (input.areaCode) await organisation.area(ctx, input.areaCode);
  const no = await nextNo(ctx, 'tip');
  const before = await sameSource(ctx, input);
  if (before) throw new Refusal('media.tip-twice', { no: before.no });

  const tipId = ctx.newId();
  const dueAt = await beginTipWait(ctx, tipId);
  await insertTip(ctx, {
    id: tipId,
    no,
    source: sourceKind,
    source_name: sourceName,
    source_ref: sourceRef,
    content: input.content,
    address: input.address,
    area_code: input.areaCode ?? null,
    received_at: new Date(input.receivedAt),
    may_contact: mayContact,
    may_appear: mayAppear,
    consent_how: consentHow,
    contact_enc: mayContact || mayAppear ? sealedContact(ctx, input) : null,
    state: 'open',
    due_at: dueAt,
    entered_by: ctx.actor.accountId,
    entered_at: ctx.now,
  });
  await keepConsent(ctx, tipId, { mayContact, mayAppear, how: consentHow });
  isNew(ctx, tipSubject(tipId));
  tell(ctx, tipSubject(tipId), 'media.tip-entered', {
    no,
    source: sourceKind,
    mayContact,
    mayAppear,
  });
  announce(ctx, 'media');
  return { tipId, no, dueAt: dueAt.toISOString() };
}
