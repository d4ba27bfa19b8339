import type { MessageBox } from '@minsheng/contract/exchange.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { type Place, pageRows } from '../../platform/keyset.ts';

/** 报文, as the desk shows it. */
export interface DeskMessage {
  readonly id: string;
  readonly peer: string;
  readonly direction: 'in' | 'out';
  readonly kind: string;
  readonly sender_no: string;
  readonly receiver_no: string | null;
  readonly order_id: string | null;
  readonly seq: number;
  readonly state: string;
  readonly made_at: Date;
  readonly message_id: string;
  readonly attempts: number | null;
  readonly next_at: Date | null;
  readonly error_code: string | null;
  readonly error_detail: string | null;
  readonly settled_by: string | null;
  readonly settled_why: string | null;
}

const columns = sql.raw(`
  m.id, m.peer, m.direction, m.kind, m.sender_no, m.receiver_no, m.order_id, m.seq,
  coalesce(p.state, m.state) as state, m.made_at, m.message_id,
  p.attempts, p.next_at, p.error_code, p.error_detail, m.settled_by, m.settled_why`);

const one = sql`(select * from exchange.message as m where m.city_id = p.city_id and m.id = p.id)`;

export interface Wanted {
  readonly box: MessageBox;
  readonly peer: string | null;
  readonly day: string | null;
  readonly after: Place | null;
}

/** A page, one row more; what is not finished is found in the small table and looked up by its key. */
export async function deskMessages(ctx: Context, wanted: Wanted): Promise<DeskMessage[]> {
  const { box, peer, day, after } = wanted;
  if (box === 'day') return messagesOn(ctx, { peer, day, after });
  const { rows } = await sql<DeskMessage>`
    select ${columns}
    from exchange.pending as p
    cross join lateral ${one} as m
    where p.city_id = ${ctx.cityId}
      and p.state = ${box}
      and (${peer}::text is null or p.peer = ${peer})
      and (${after?.id ?? null}::uuid is null or p.id > ${after?.id ?? null}::uuid)
    order by p.id
    limit ${pageRows + 1}`.execute(ctx.tx);
  return rows;
}

async function messagesOn(
  ctx: Context,
  { peer, day, after }: Omit<Wanted, 'box'>,
): Promise<DeskMessage[]> {
  const { rows } = await sql<DeskMessage>`
    select ${columns}
    from exchange.message as m
    left join exchange.pending as p on p.city_id = m.city_id and p.id = m.id
    where m.city_id = ${ctx.cityId}
      and m.peer = ${peer}
      and m.day = ${day}
      and (${after?.id ?? null}::uuid is null or m.id > ${after?.id ?? null}::uuid)
    order by m.id
    limit ${pageRows + 1}`.execute(ctx.tx);
  return rows;
}

export async function deskMessage(ctx: Context, id: string): Promise<DeskMessage | null> {
  const { rows } = await sql<DeskMessage>`
    select ${columns}
    from exchange.message as m
    left join exchange.pending as p on p.city_id = m.city_id and p.id = m.id
    where m.city_id = ${ctx.cityId} and m.id = ${id}`.execute(ctx.tx);
  return rows[0] ?? null;
}
