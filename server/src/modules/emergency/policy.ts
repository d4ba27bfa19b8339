import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Guest } from './guests.repo.ts';
import type { Mode } from './modes.repo.ts';

const may = (actor: Actor, permission: Parameters<Actor['has']>[0]): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

const isRunning = ({ ended_at }: Pick<Mode, 'ended_at'>): Decision =>
  allowIf(ended_at === null, 'emergency.ended');

/** 启用、结束、改联动组、申请与批准互助接听. */
export const mayLead = (actor: Actor): Decision => may(actor, 'emergency.lead');

export const mayEnd = (actor: Actor, mode: Pick<Mode, 'ended_at'>): Decision =>
  all(mayLead(actor), isRunning(mode));

export const mayMassSend = (actor: Actor, mode: Pick<Mode, 'ended_at'>): Decision =>
  all(may(actor, 'dispatch.send'), isRunning(mode));

/** 双人: whoever asked for help does not let it in. */
export const mayApprove = (actor: Actor, guest: Guest, now: Date): Decision =>
  all(
    mayLead(actor),
    allowIf(
      guest.approved_by === null && guest.ended_at === null && now < guest.until_at,
      'emergency.guest-decided',
    ),
    allowIf(guest.asked_by !== actor.accountId, 'emergency.own-asking'),
  );

export const mayEndGuest = (actor: Actor, guest: Pick<Guest, 'ended_at'>): Decision =>
  all(mayLead(actor), allowIf(guest.ended_at === null, 'emergency.guest-decided'));
