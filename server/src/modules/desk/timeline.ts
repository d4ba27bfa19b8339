import type { orders as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf, type StoredEvent, verifyChain } from '../../platform/events.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { withoutPeople } from '../text/index.ts';
import { accountsIn, areasIn, type FactNames, factsOf, mattersIn, unitsIn } from './event-facts.ts';
import { reasonsBySeq } from './event-reasons.ts';
import { type DutyThen, orderThen } from './order-then.ts';
import { orderText } from './text.ts';

type Timeline = ReplyOf<typeof contract.timeline>;

/** 办理经过: everything that happened, from the event log alone; as it stood at an instant when asked. */
export async function timeline(
  ctx: Context,
  { orderId, until }: InputOf<typeof contract.timeline>,
): Promise<Timeline> {
  const order = await orders.findVisible(ctx, orderId);
  const [events, texts] = await Promise.all([
    historyOf(ctx, { kind: 'order', id: orderId }, until ? new Date(until) : undefined),
    orders.textsOf(ctx, orderId),
  ]);
  const isCentre = ctx.actor.scope === 'all';
  const shown = isCentre ? events : events.filter(forUnit(ctx, events));
  const names = await namesFor(ctx, shown);
  const reasons = reasonsBySeq(shown, texts);
  const stood = events.length === 0 ? null : orderThen(events);
  const read = !isCentre && order.secrecy >= 1 ? withoutPeople : (words: string) => words;
  return {
    rows: shown.map((event) => ({
      seq: event.seq,
      at: event.at.toISOString(),
      type: event.type,
      who: whoOf(event, names, isCentre),
      unitName: unitNameOf(event, names),
      facts: {
        ...factsOf(event, names),
        ...aboutUnit(event, names),
        why: read(reasons.get(event.seq) ?? ''),
      },
    })),
    chainIsWhole: verifyChain(events).ok,
    stood: stood && {
      status: stood.status,
      urgency: stood.urgency,
      duties: stood.duties.map(dutyView(names)),
    },
  };
}

const dutyView =
  ({ units }: FactNames) =>
  ({ unitCode, role, state }: DutyThen) => ({
    unitName: units.get(unitCode) ?? unitCode,
    role,
    state,
  });

/** What concerns the centre alone: who looked at the requester, and its own notes. */
const insideOnly: readonly StoredEvent['type'][] = [
  'orders.person-viewed',
  'orders.note-added',
  'dispatch.guard-held',
  'supervision.proposed',
  'supervision.dismissed',
  'supervision.lapsed',
];

/** 督办 of a unit beside it is none of a unit's business. */
function forUnit({ actor }: Context, events: readonly StoredEvent[]) {
  const informedOf = new Set(
    events
      .filter(({ data }) => Array.isArray(data.informed) && data.informed.includes(actor.unitCode))
      .map(({ data }) => data.no),
  );
  return ({ type, data }: StoredEvent): boolean =>
    !insideOnly.includes(type) &&
    (!type.startsWith('supervision.') ||
      orders.concernsUnit(actor, String(data.path)) ||
      informedOf.has(data.no));
}

async function namesFor(ctx: Context, events: readonly StoredEvent[]): Promise<FactNames> {
  const codes = events.flatMap((event) => [...unitsIn(event), event.unitCode ?? []].flat());
  const [accounts, units, areas, matterNames] = await Promise.all([
    accountNames(
      ctx,
      events.flatMap((event) => [event.actorId, ...accountsIn(event)]),
    ),
    organisation.unitNames(ctx, [...new Set(codes)]),
    organisation.areaNames(ctx, [...new Set(events.flatMap(areasIn))]),
    matters.matterNames(ctx, [...new Set(events.flatMap(mattersIn))]),
  ]);
  return { accounts, units, areas, matters: matterNames, zone: ctx.city.zone };
}

/** A unit never learns which person of the centre asked the requester (domain 2.9). */
function whoOf(
  { type, actorKind, actorId }: StoredEvent,
  names: FactNames,
  isCentre: boolean,
): string {
  switch (actorKind) {
    case 'system':
      return orderText.system;
    case 'citizen':
      return orderText.requester;
    case 'link':
      return orderText.link;
    case 'machine':
      return orderText.machine;
    case 'staff':
      if (!isCentre && type.startsWith('call-back.')) return orderText.centre;
      return names.accounts.get(actorId ?? '') ?? '';
    default:
      return actorKind satisfies never;
  }
}

/** Where whoever did it works. */
function unitNameOf({ unitCode }: StoredEvent, { units }: FactNames): string | null {
  return unitCode === null ? null : (units.get(unitCode) ?? unitCode);
}

/** Whom it concerns, where that is not the doer's own unit. */
function aboutUnit({ data, unitCode }: StoredEvent, { units }: FactNames): { unit?: string } {
  if (typeof data.unit !== 'string' || data.unit === unitCode) return {};
  return { unit: units.get(data.unit) ?? data.unit };
}
