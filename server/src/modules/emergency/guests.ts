import type { emergency } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { GuestState } from '@minsheng/contract/words/emergency.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { cancelLater, handle, job, later } from '../../platform/jobs.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { accountById, accountNames, closeAccount, createAtOnce } from '../identity/index.ts';
import * as organisation from '../organisation/index.ts';
import {
  changeGuest,
  findGuest,
  type Guest,
  guestsOf,
  holdGuest,
  insertGuest,
  ordersTakenBy,
} from './guests.repo.ts';
import { findMode, shareMode } from './modes.repo.ts';
import { mayApprove, mayEnd, mayEndGuest } from './policy.ts';
import { text } from './text.ts';

const mostOrders = 100;

const over = job('emergency:end-guest', z.object({ guestId: z.uuid() }));
const alarmOf = (guestId: string): string => `emergency-guest:${guestId}`;

/** 申请互助接听: who, of which centre, until when. */
export async function askGuest(
  ctx: Context,
  { modeId, name, centre, hours }: InputOf<typeof emergency.askGuest>,
): Promise<{ guestId: string }> {
  const mode = await shareMode(ctx, modeId);
  refuseUnless(mode, 'emergency.no-such-mode');
  demand(mayEnd(ctx.actor, mode));
  const id = ctx.newId();
  await insertGuest(ctx, {
    city_id: ctx.cityId,
    id,
    mode_id: modeId,
    name,
    centre,
    from_at: ctx.now,
    until_at: new Date(ctx.now.getTime() + hours * 3_600_000),
    asked_by: ctx.actor.accountId,
    approved_by: null,
    account_id: null,
    ended_at: null,
    ended_by: null,
  });
  told(ctx, { id, mode_id: modeId }, 'emergency.guest-asked');
  return { guestId: id };
}

/** 批准: the account of an agent, named with the centre it comes from, so that whatever it does is marked; it ends by itself. */
export async function approveGuest(
  ctx: Context,
  { guestId }: InputOf<typeof emergency.approveGuest>,
): Promise<ReplyOf<typeof emergency.approveGuest>> {
  const found = await findGuest(ctx, guestId);
  refuseUnless(found, 'emergency.no-such-guest');
  const mode = await shareMode(ctx, found.mode_id);
  refuseUnless(mode?.ended_at === null, 'emergency.ended');
  const guest = await held(ctx, guestId);
  demand(mayApprove(ctx.actor, guest, ctx.now));
  const centre = await organisation.centreUnit(ctx);
  refuseUnless(centre, 'city.no-such-unit', { code: ctx.city.code });
  const { accountId, login, firstPassword } = await createAtOnce(ctx, {
    login: `help-${guest.id.slice(-12)}`,
    name: text.guestName(guest.name, guest.centre),
    unit: centre,
    roles: ['agent'],
    narrowedTo: null,
    outsourced: true,
    phone: null,
  });
  const approved = { approved_by: ctx.actor.accountId, account_id: accountId, from_at: ctx.now };
  await changeGuest(ctx, guest.id, approved);
  later(ctx, over, { guestId }, { at: guest.until_at, key: alarmOf(guestId) });
  told(ctx, guest, 'emergency.guest-approved');
  return { login, firstPassword };
}

export async function endGuest(
  ctx: Context,
  { guestId }: InputOf<typeof emergency.endGuest>,
): Promise<{ done: true }> {
  const guest = await held(ctx, guestId);
  demand(mayEndGuest(ctx.actor, guest));
  await closeGuest(ctx, guest);
  return { done: true };
}

/** 到点、结束、随应急联动结束: the account is closed for good, and whoever is signed in is out. */
export async function closeGuest(ctx: Context, guest: Guest): Promise<void> {
  await changeGuest(ctx, guest.id, { ended_at: ctx.now, ended_by: ctx.actor.accountId });
  if (guest.account_id !== null) await closeIfOpen(ctx, guest.account_id);
  cancelLater(ctx, alarmOf(guest.id));
  told(ctx, guest, 'emergency.guest-ended');
}

/** Whoever keeps the accounts may have closed it before. */
async function closeIfOpen(ctx: Context, accountId: string): Promise<void> {
  const account = await accountById(ctx, accountId);
  if (account?.closed_at === null) await closeAccount(ctx, { accountId });
}

handle(over, async (ctx, { guestId }) => {
  const guest = await holdGuest(ctx, guestId);
  if (guest?.ended_at === null) await closeGuest(ctx, guest);
});

type View = ReplyOf<typeof emergency.listGuests>;

export async function listGuests(
  ctx: Context,
  { modeId }: InputOf<typeof emergency.listGuests>,
): Promise<View> {
  const mode = await findMode(ctx, modeId);
  refuseUnless(mode, 'emergency.no-such-mode');
  const guests = await guestsOf(ctx, modeId);
  const names = await accountNames(
    ctx,
    guests.flatMap(({ asked_by, approved_by }) => [asked_by, approved_by]),
  );
  const rows: View['rows'] = [];
  for (const guest of guests) rows.push(await viewOf(ctx, guest, names));
  return { rows, can: { ask: mayEnd(ctx.actor, mode).allowed } };
}

async function viewOf(
  ctx: Context,
  guest: Guest,
  names: ReadonlyMap<string, string>,
): Promise<View['rows'][number]> {
  const taken = await ordersTakenBy(ctx, guest, mostOrders + 1);
  return {
    id: guest.id,
    name: guest.name,
    centre: guest.centre,
    state: stateOf(guest),
    fromAt: guest.from_at.toISOString(),
    untilAt: guest.until_at.toISOString(),
    askedBy: names.get(guest.asked_by ?? '') ?? '',
    approvedBy: guest.approved_by && (names.get(guest.approved_by) ?? ''),
    endedAt: guest.ended_at?.toISOString() ?? null,
    orders: taken
      .slice(0, mostOrders)
      .map(({ id, order_no }) => ({ orderId: id, orderNo: order_no })),
    hasMoreOrders: taken.length > mostOrders,
    can: {
      approve: mayApprove(ctx.actor, guest, ctx.now).allowed,
      end: mayEndGuest(ctx.actor, guest).allowed,
    },
  };
}

function stateOf({ ended_at, approved_by }: Guest): GuestState {
  if (ended_at !== null) return 'ended';
  return approved_by === null ? 'asked' : 'helping';
}

async function held(ctx: Context, guestId: string): Promise<Guest> {
  const guest = await holdGuest(ctx, guestId);
  refuseUnless(guest, 'emergency.no-such-guest');
  return guest;
}

function told(
  ctx: Context,
  { id, mode_id }: Pick<Guest, 'id' | 'mode_id'>,
  type: 'emergency.guest-asked' | 'emergency.guest-approved' | 'emergency.guest-ended',
): void {
  tell(ctx, { kind: 'emergency', id: mode_id }, type, { guest: id });
  announce(ctx, 'emergency');
}
