import type { ShareMessage } from '@minsheng/contract/public/sharing.ts';
import { sharedFields } from '@minsheng/contract/words/sharing.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { ExchangeFault, type Peer } from '../exchange/index.ts';
import { stateOf } from './policy.ts';
import { changeShare, holdShareOf, insertShare, type Share } from './shares.repo.ts';
import { text } from './text.ts';

const longestDays = 366;

/** 对方申请、批准、拒绝、撤销: the same said again changes nothing. Answers how it stands. */
export async function hearPeer(
  ctx: Context,
  peer: Peer,
  said: ShareMessage,
): Promise<{ id: string; state: string }> {
  const known = await holdShareOf(ctx, peer.code, said.id);
  if (said.act === 'ask') await asked(ctx, peer, { said, known });
  else await decided(ctx, known, said);
  announce(ctx, 'data-sharing');
  const now = await holdShareOf(ctx, peer.code, said.id);
  return { id: said.id, state: now ? stateOf(now, ctx.now) : 'refused' };
}

type Ask = Extract<ShareMessage, { act: 'ask' }>;

async function asked(
  ctx: Context,
  peer: Peer,
  { said, known }: { said: Ask; known: Share | null },
): Promise<void> {
  if (known && !isSameWish(known, said))
    throw new ExchangeFault(409, { code: 'id-reused', says: text.sameId, field: 'id' });
  if (known) return;
  const direction = said.gives === 'asked' ? 'out' : 'in';
  if (direction === 'out') refuseUnknownFields(said.fields);
  const until = new Date(said.until);
  const days = (until.getTime() - ctx.now.getTime()) / 86_400_000;
  if (!(days > 0 && days <= longestDays))
    throw new ExchangeFault(422, { code: 'field', says: text.noUntil, field: 'until' });
  const id = ctx.newId();
  await insertShare(ctx, {
    ...{ city_id: ctx.cityId, id, ref: said.id, peer: peer.code, direction },
    asked_by_side: 'them',
    purpose: said.purpose,
    fields: [...new Set(said.fields)],
    matter_prefix: said.matterPrefix ?? null,
    until_at: until,
    asked_at: ctx.now,
    asked_by: null,
    ours_at: null,
    ours_by: null,
    theirs_at: ctx.now,
    ended_at: null,
    ended_as: null,
    end_reason: null,
    trouble: null,
  });
  isNew(ctx, { kind: 'data-sharing', id });
  tell(ctx, { kind: 'data-sharing', id }, 'data-sharing.asked', { side: 'them' });
}

/** 同一申请, and theirs: another wish under its number would read as agreed to. */
const isSameWish = (known: Share, { gives, fields, purpose, matterPrefix, until }: Ask): boolean =>
  known.asked_by_side === 'them' &&
  known.direction === (gives === 'asked' ? 'out' : 'in') &&
  known.purpose === purpose &&
  known.matter_prefix === (matterPrefix ?? null) &&
  known.until_at.getTime() === Date.parse(until) &&
  [...new Set(fields)].join() === known.fields.join();

function refuseUnknownFields(fields: readonly string[]): void {
  const unknown = fields.find((field) => !sharedFields.some((known) => known === field));
  if (unknown === undefined) return;
  const says = text.noFields(unknown);
  throw new ExchangeFault(422, { code: 'field', says, field: 'fields', value: unknown });
}

type Decided = Exclude<ShareMessage, { act: 'ask' }>;

async function decided(ctx: Context, share: Share | null, { act, reason }: Decided): Promise<void> {
  if (share === null) throw new ExchangeFault(404, { code: 'share', says: text.noShare });
  if (share.ended_as !== null) return;
  const subject = { kind: 'data-sharing', id: share.id } as const;
  if (act === 'approve') {
    if (share.theirs_at !== null) return;
    await changeShare(ctx, share.id, { theirs_at: ctx.now });
    tell(ctx, subject, 'data-sharing.approved', { side: 'them' });
    return;
  }
  const ended_as = act === 'refuse' ? 'refused' : 'revoked';
  await changeShare(ctx, share.id, { ended_at: ctx.now, ended_as, end_reason: reason ?? null });
  tell(ctx, subject, 'data-sharing.ended', { side: 'them', as: ended_as });
}
