import { z } from 'zod';
import type { Store } from '../store/database.ts';
import { type Received, receivedOn } from '../store/received.repo.ts';
import { type Sent, sentOn } from '../store/sent.repo.ts';
import { ask, type Line } from './peer.ts';

const pageRows = 500;
const cursorForm = /^(received|sent):(.*)$/;

const row = z.object({
  id: z.string(),
  direction: z.enum(['received', 'sent']),
  kind: z.string(),
  digest: z.string(),
  state: z.string(),
  case: z.object({ sender: z.string(), receiver: z.string().nullable() }),
});
export type DayRow = z.infer<typeof row>;
const page = z.object({ rows: z.array(row), next: z.string().nullable() });

/** What passed on a day, seen from here: first what came, then what went. */
export function dayPage(store: Store, day: string, after: string): z.infer<typeof page> {
  const [, part = 'received', id = ''] = cursorForm.exec(after) ?? [];
  if (part === 'received') {
    const rows = receivedOn(store, day, id, pageRows).map(asReceived);
    const next = rows.length === pageRows ? `received:${rows.at(-1)?.id}` : 'sent:';
    return { rows, next };
  }
  const rows = sentOn(store, day, id, pageRows).map(asSent);
  return { rows, next: rows.length === pageRows ? `sent:${rows.at(-1)?.id}` : null };
}

const asReceived = (item: Received): DayRow => ({
  id: item.id,
  direction: 'received',
  kind: item.kind,
  digest: item.digest,
  state: item.state,
  case: { sender: item.peer_number, receiver: item.number },
});

const asSent = (item: Sent): DayRow => ({
  id: item.id,
  direction: 'sent',
  kind: item.kind,
  digest: item.digest,
  state: item.state === 'sent' ? 'delivered' : item.state,
  case: { sender: item.number, receiver: null },
});

/** 对账: what only one of the two has, or has with other bytes, or has not settled. */
export interface Reconciled {
  readonly sent: number;
  readonly received: number;
  readonly mismatched: readonly { readonly id: string; readonly why: string }[];
}

export async function reconcile(store: Store, line: Line, day: string): Promise<Reconciled | null> {
  const theirs = await theirDay(line, day);
  if (theirs === null) return null;
  const ours = ownDay(store, day);
  const mirrored = new Map(
    theirs.map((item) => [`${item.direction === 'sent' ? 'received' : 'sent'}:${item.id}`, item]),
  );
  const mismatched = ours.flatMap((item) => {
    const why = differs(item, mirrored.get(`${item.direction}:${item.id}`));
    mirrored.delete(`${item.direction}:${item.id}`);
    return why === null ? [] : [{ id: item.id, why }];
  });
  const onlyTheirs = [...mirrored.values()].map(({ id }) => ({ id, why: '只有对方有' }));
  return {
    sent: ours.filter(({ direction }) => direction === 'sent').length,
    received: ours.filter(({ direction }) => direction === 'received').length,
    mismatched: [...mismatched, ...onlyTheirs],
  };
}

function differs(own: DayRow, other: DayRow | undefined): string | null {
  if (other === undefined) return '只有本方有';
  if (own.digest !== other.digest) return '两边内容不同';
  const came = own.direction === 'received' ? own : other;
  return came.state === 'applied' || came.state === 'dismissed' ? null : `收方状态 ${came.state}`;
}

function ownDay(store: Store, day: string): DayRow[] {
  const rows: DayRow[] = [];
  let next: string | null = '';
  while (next !== null) {
    const read: z.infer<typeof page> = dayPage(store, day, next);
    rows.push(...read.rows);
    next = read.next;
  }
  return rows;
}

async function theirDay(line: Line, day: string): Promise<DayRow[] | null> {
  const rows: DayRow[] = [];
  let next: string | null = '';
  while (next !== null) {
    const query = next === '' ? '' : `?after=${encodeURIComponent(next)}`;
    const heard = await ask(line, 'GET', `/days/${day}${query}`, '');
    const read = heard.kind === 'answer' ? page.safeParse(heard.body) : null;
    if (!read?.success) return null;
    rows.push(...read.data.rows);
    next = read.data.next;
  }
  return rows;
}
