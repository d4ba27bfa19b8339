import type { DayRow } from '@minsheng/contract/public/exchange.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { ExchangeFault } from './fault.ts';
import { type Message, messagesOfDay } from './messages.repo.ts';
import type { Peer } from './peers.repo.ts';
import { statesOf } from './pending.repo.ts';
import { text } from './text.ts';

const pageRows = 500;

export interface DayAsked {
  readonly day: unknown;
  readonly after: unknown;
}

/** 日清单: what passed between us and this peer on a day, as we have it. */
export async function listDay(
  ctx: Context,
  { code }: Peer,
  asked: DayAsked,
): Promise<{ rows: DayRow[]; next: string | null }> {
  const day = z.iso.date().safeParse(asked.day);
  if (!day.success) throw new ExchangeFault(422, { code: 'field', says: text.noDay, field: 'day' });
  const after = z.uuid().optional().safeParse(asked.after);
  if (!after.success)
    throw new ExchangeFault(422, { code: 'field', says: text.noCursor, field: 'after' });
  const rows = await messagesOfDay(ctx, {
    peer: code,
    day: day.data,
    after: after.data ?? null,
    limit: pageRows + 1,
  });
  const shown = rows.slice(0, pageRows);
  const open = await statesOf(
    ctx,
    shown.filter(({ state }) => state === 'open').map(({ id }) => id),
  );
  return {
    rows: shown.map((row) => dayRowOf(row, open)),
    next: rows.length > pageRows ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The other way round for whoever asks: what we received it has sent. */
const dayRowOf = (row: Message, open: ReadonlyMap<string, string>): DayRow => ({
  id: row.message_id,
  direction: row.direction === 'in' ? 'received' : 'sent',
  kind: row.kind,
  digest: row.digest.toString('hex'),
  state: row.state === 'open' ? (open.get(row.id) ?? 'waiting') : row.state,
  case: { sender: row.sender_no, receiver: row.receiver_no },
});
