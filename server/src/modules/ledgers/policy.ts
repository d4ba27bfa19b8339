import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, any, type Decision } from '../../platform/refusal.ts';
import type { Ledger, Site } from './ledger.ts';
import type { Step } from './path.ts';

const may = (actor: Actor, permission: Parameters<Actor['has']>[0]): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

/** 立账、增删点位、挂接工单、核查销账、办结: the centre. */
export const mayLead = (actor: Actor): Decision => may(actor, 'ledgers.lead');

const isOpen = ({ closed_at }: Pick<Ledger, 'closed_at'>): Decision =>
  allowIf(closed_at === null, 'ledgers.over');
const stands = ({ ended_at }: Pick<Site, 'ended_at'>): Decision =>
  allowIf(ended_at === null, 'ledgers.ended');

export const mayLeadOn = (actor: Actor, ledger: Pick<Ledger, 'closed_at'>): Decision =>
  all(mayLead(actor), isOpen(ledger));

type Held = Pick<Site, 'ended_at' | 'unit_path'>;

/** 责任单位, or one above it. */
const isOwn = (actor: Actor, { unit_path }: Held): Decision =>
  all(
    may(actor, 'ledgers.work'),
    allowIf(
      actor.unitPath !== null && `${unit_path}/`.startsWith(`${actor.unitPath}/`),
      'identity.not-permitted',
    ),
  );

/** 登记沟通、补正点位. */
export const mayWork = (actor: Actor, ledger: Pick<Ledger, 'closed_at'>, site: Held): Decision =>
  all(any(mayLead(actor), isOwn(actor, site)), isOpen(ledger), stands(site));

export const mayLeadSite = (
  actor: Actor,
  ledger: Pick<Ledger, 'closed_at'>,
  site: Held,
): Decision => all(mayLeadOn(actor, ledger), stands(site));

export const mayMove = (
  actor: Actor,
  { hand }: Pick<Step, 'hand'>,
  { ledger, site }: { ledger: Pick<Ledger, 'closed_at'>; site: Held },
): Decision =>
  all(hand === 'centre' ? mayLead(actor) : isOwn(actor, site), isOpen(ledger), stands(site));

/** 查看联系人: the centre and the unit whose site it is; an ended one as well. */
export const maySeeContact = (actor: Actor, site: Held): Decision =>
  any(mayLead(actor), isOwn(actor, site));
