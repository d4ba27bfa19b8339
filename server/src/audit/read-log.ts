import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import type { PoolClient } from 'pg';
import type { Words } from '../modules/orders/index.ts';
import type { StoredEvent } from '../platform/chain.ts';

const pageRows = 5000;
const firstId = '00000000-0000-0000-0000-000000000000';

/** Whole chains, a few thousand events at a time. */
export async function* pagesOfEvents(client: PoolClient): AsyncGenerator<StoredEvent[][]> {
  let from: readonly [number, string, number] = [-1, firstId, 0];
  let open: StoredEvent[] = [];
  for (;;) {
    const { rows } = await client.query<StoredEvent & { city: number }>(
      `select city_id as city, subject_kind as kind, subject_id as id, seq, at, type,
         actor_kind as "actorKind", actor_id as "actorId", unit_code as "unitCode",
         data, prev_hash as "prevHash", hash
       from platform.event
       where (city_id, subject_id, seq) > ($1, $2, $3)
       order by city_id, subject_id, seq
       limit ${pageRows}`,
      [...from],
    );
    const chains = chainsOf([...open, ...rows]);
    const last = rows.at(-1);
    if (!last) {
      if (chains.length > 0) yield chains;
      return;
    }
    from = [last.city, last.id, last.seq];
    // The last one may go on in the next page.
    open = chains.pop() ?? [];
    yield chains;
  }
}

function chainsOf(events: readonly StoredEvent[]): StoredEvent[][] {
  const chains = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const chain = chains.get(event.id);
    if (chain) chain.push(event);
    else chains.set(event.id, [event]);
  }
  return [...chains.values()];
}

interface KeptOrder {
  readonly id: string;
  readonly status: OrderStatus;
  readonly archive_seal: Buffer | null;
}

export async function keptOrders(
  client: PoolClient,
  ids: readonly string[],
): Promise<Map<string, KeptOrder>> {
  const { rows } = await client.query<KeptOrder>(
    'select id, status, archive_seal from orders.order where id = any ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface KeptText {
  readonly words: Words;
  readonly salt: Buffer;
}

/** By order and number. Erased words have lost their salt: nothing can be said of them any more. */
export async function keptTexts(
  client: PoolClient,
  ids: readonly string[],
): Promise<Map<string, KeptText>> {
  const { rows } = await client.query<Words & { id: string; no: number; salt: Buffer }>(
    `select order_id as id, no, kind, title, content, demand, address, subject_name as "subjectName", fields, salt
     from orders.text
     where order_id = any ($1::uuid[]) and salt is not null`,
    [ids],
  );
  return new Map(rows.map(({ id, no, salt, ...words }) => [`${id} ${no}`, { words, salt }]));
}

/** Orders nothing is told of. */
export async function strayOrders(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from orders.order as o
     where not exists (
       select from platform.event as e where e.city_id = o.city_id and e.subject_id = o.id and e.seq = 1)
     limit 100`,
  );
  return rows.map(({ id }) => id);
}
