import { type AgendaKind, agendaKindLabel } from '@minsheng/contract/words/meetings.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import type { AgendaItem } from './meeting.ts';

interface Named {
  kind: AgendaKind;
  id: string;
}

/**
 * 议题: whoever plans sees the order or the issue; found and listed problems stand in a tier above. An order of named readers is none to
 * meet about: more people would hear of it than were named (domain 2.11).
 */
export async function demandOnAgenda(ctx: Context, { kind, id }: Named): Promise<void> {
  if (kind !== 'order' && kind !== 'issue') return;
  const orderId = kind === 'order' ? id : (await orders.firstOfIssue(ctx, id, null))?.id;
  refuseUnless(orderId, 'meetings.no-such-subject');
  const seen = await orders.visibleAmong(ctx, [orderId]);
  refuseUnless(seen.has(orderId), 'meetings.no-such-subject');
  const { secrecy } = await orders.findVisible(ctx, orderId);
  refuseUnless(secrecy < 3, 'meetings.confined-order');
}

export interface AgendaView {
  no: number;
  title: string;
  subject: { kind: AgendaKind; id: string; label: string; isOpen: boolean } | null;
}

/** An order by its number; whoever may not see it reads the item and no more. */
export async function agendaViews(
  ctx: Context,
  items: readonly AgendaItem[],
): Promise<AgendaView[]> {
  const ids = items.flatMap(({ subject_kind, subject_id }) =>
    subject_kind === 'order' && subject_id !== null ? [subject_id] : [],
  );
  const seen = await orders.visibleAmong(ctx, ids);
  const rows = await orders.rowsFor(ctx, [...seen]);
  const numbers = new Map(rows.map(({ id, orderNo }) => [id, orderNo]));
  return items.map(({ no, title, subject_kind: kind, subject_id: id }) => {
    if (kind === null || id === null) return { no, title, subject: null };
    const label = [agendaKindLabel[kind], numbers.get(id)].filter(Boolean).join(' ');
    const isOpen = kind === 'order' ? seen.has(id) : ctx.actor.scope === 'all';
    return { no, title, subject: { kind, id, label, isOpen } };
  });
}
