import type { sharing } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import {
  sensitiveFields,
  sharedFieldLabel,
  sharedFields,
} from '@minsheng/contract/words/sharing.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { peerOf, speaksProtocol } from '../exchange/index.ts';
import { mayApprove, mayAsk, mayRefuse, mayRevoke } from './policy.ts';
import { changeShare, holdShare, insertShare, type Share } from './shares.repo.ts';
import { tellPeer } from './tell-peer.jobs.ts';

const done = { done: true } as const;

/** 申请: our side asks; a second person here approves before the other side hears of it. */
export async function askShare(
  ctx: Context,
  { peer: code, direction, purpose, fields, matterPrefix, days }: InputOf<typeof sharing.askShare>,
): Promise<{ shareId: string }> {
  demand(mayAsk(ctx.actor));
  const peer = await peerOf(ctx, code);
  refuseUnless(peer?.isOn && speaksProtocol(peer), 'data-sharing.no-such-peer', { code });
  const unknown = fields.find((field) => !sharedFields.some((known) => known === field));
  refuseUnless(direction === 'in' || unknown === undefined, 'data-sharing.unknown-field', {
    field: unknown ?? '',
  });
  const id = ctx.newId();
  await insertShare(ctx, {
    ...{ city_id: ctx.cityId, id, ref: id, peer: code, direction, asked_by_side: 'us', purpose },
    fields: [...new Set(fields)],
    matter_prefix: matterPrefix ?? null,
    until_at: new Date(ctx.now.getTime() + days * 86_400_000),
    asked_at: ctx.now,
    asked_by: ctx.actor.accountId,
    ours_at: null,
    ours_by: null,
    theirs_at: null,
    ended_at: null,
    ended_as: null,
    end_reason: null,
    trouble: null,
  });
  isNew(ctx, { kind: 'data-sharing', id });
  tell(ctx, { kind: 'data-sharing', id }, 'data-sharing.asked', { side: 'us' });
  announce(ctx, 'data-sharing');
  return { shareId: id };
}

/** 批准: what may still lead to a person is named field by field. */
export async function approveShare(
  ctx: Context,
  { shareId, named }: InputOf<typeof sharing.approveShare>,
): Promise<{ done: true }> {
  const share = await held(ctx, shareId);
  demand(mayApprove(ctx.actor, share, ctx.now));
  const unnamed = toName(share).filter((field) => !named.includes(field));
  refuseUnless(unnamed.length === 0, 'data-sharing.not-named', {
    fields: unnamed.map((field) => sharedFieldLabel[field]).join('、'),
  });
  await changeShare(ctx, shareId, { ours_at: ctx.now, ours_by: ctx.actor.accountId });
  tell(ctx, { kind: 'data-sharing', id: shareId }, 'data-sharing.approved', { side: 'us' });
  tellPeer(ctx, shareId, share.asked_by_side === 'us' ? 'ask' : 'approve');
  announce(ctx, 'data-sharing');
  return done;
}

/** Of what we would give: where they give, what it is stands with them. */
export const toName = ({ direction, fields }: Share) =>
  direction === 'out' ? sensitiveFields.filter((field) => fields.includes(field)) : [];

export async function refuseShare(
  ctx: Context,
  { shareId, reason }: InputOf<typeof sharing.refuseShare>,
): Promise<{ done: true }> {
  const share = await held(ctx, shareId);
  demand(mayRefuse(ctx.actor, share, ctx.now));
  return end(ctx, share, { as: 'refused', reason });
}

export async function revokeShare(
  ctx: Context,
  { shareId, reason }: InputOf<typeof sharing.revokeShare>,
): Promise<{ done: true }> {
  const share = await held(ctx, shareId);
  demand(mayRevoke(ctx.actor, share, ctx.now));
  return end(ctx, share, { as: 'revoked', reason });
}

async function end(
  ctx: Context,
  share: Share,
  { as, reason }: { as: 'refused' | 'revoked'; reason: string },
): Promise<{ done: true }> {
  await changeShare(ctx, share.id, { ended_at: ctx.now, ended_as: as, end_reason: reason });
  tell(ctx, { kind: 'data-sharing', id: share.id }, 'data-sharing.ended', { side: 'us', as });
  // What they never heard of, they need not hear the end of.
  const isKnownThere = share.asked_by_side === 'them' || share.ours_at !== null;
  if (isKnownThere) tellPeer(ctx, share.id, as === 'refused' ? 'refuse' : 'revoke');
  announce(ctx, 'data-sharing');
  return done;
}

export async function held(ctx: Context, shareId: string): Promise<Share> {
  const share = await holdShare(ctx, shareId);
  refuseUnless(share, 'data-sharing.no-such-share');
  return share;
}
