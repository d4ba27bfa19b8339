import type { AppealType, Channel, OrderStatus } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { subjectKey } from '../mentions/index.ts';
import { bigramsOf, normaliseDocument } from '../text/index.ts';
import type { Span } from './appeals.repo.ts';
import type { LookedFor } from './match-text.ts';

/** What an order is to a query of one window. */
export interface OrderFacts {
  readonly id: string;
  readonly issueId: string;
  readonly type: AppealType;
  readonly status: OrderStatus;
  readonly channel: Channel;
  readonly area: string;
  readonly at: Date;
  readonly dueAt: Date | null;
}

/** More hits of a window than this are not read on, and it is said. */
export const mostHits = 4_000;

interface Sought {
  readonly words: readonly string[];
  readonly names: readonly string[];
  readonly most: number;
}

/**
 * 按说法找: by the pairs of characters every order is found by, within the ids of the window, so that the rest of ten million is
 * not touched. What is found is read and looked at again before it counts.
 */
export async function hitsIn(
  ctx: Context,
  span: Span,
  { words, names, most }: Sought,
): Promise<string[]> {
  const queries = [...words.map(pairsOf), ...names.map(soundOf)].filter((query) => query !== '');
  if (queries.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select order_id as id from orders.search
    where city_id = ${ctx.cityId}
      and order_id >= platform.first_id(${span.from})
      and order_id < platform.first_id(${span.to})
      and bigrams @@ ${queries.join(' | ')}::tsquery
    order by order_id desc
    limit ${most + 1}`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}

function pairsOf(word: string): string {
  const pairs = bigramsOf(normaliseDocument(word));
  return pairs.length === 0 ? '' : `(${pairs.map((pair) => `'${pair}'`).join(' & ')})`;
}

function soundOf(name: string): string {
  const sound = subjectKey(name)?.sound.replaceAll(' ', '') ?? '';
  return /^[a-zü]{4,}$/.test(sound) ? `'=${sound}'` : '';
}

/** 全部说法 of an object, for the search; `matchText` decides. */
export const searchWords = ({ names, aliases }: LookedFor): string[] => [...names, ...aliases];

/** 表扬 is no complaint; everything else counts until a person says otherwise. */
export async function factsOf(ctx: Context, ids: readonly string[]): Promise<OrderFacts[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<OrderFacts>`
    select id, issue_id as "issueId", type, status, channel, area_code as area,
      accepted_at as at, due_at as "dueAt"
    from orders.order
    where city_id = ${ctx.cityId} and id = any (${[...ids]}::uuid[]) and type <> 'BY'
      and channel <> 'proactive'
    order by id desc`.execute(ctx.tx);
  return rows;
}

const mostCounted = 100_000;

interface CountyCount {
  readonly byChannel: { channel: Channel; orders: number }[];
  readonly isCapped: boolean;
}

/** 本县工单 of the window by channel that may be read at all: of no more orders than are counted on at once. */
export async function countyOrders(ctx: Context, span: Span, county: string): Promise<CountyCount> {
  const { rows } = await sql<{ channel: Channel; orders: number }>`
    select channel, count(*) as orders
    from (
      select channel from orders.order
      where city_id = ${ctx.cityId}
        and id >= platform.first_id(${span.from})
        and id < platform.first_id(${span.to})
        and area_code like ${`${county}%`}
        and secrecy < 3 and channel <> 'proactive'
      limit ${mostCounted}
    ) as o
    group by channel
    order by channel`.execute(ctx.tx);
  const sum = rows.reduce((all, { orders }) => all + orders, 0);
  return { byChannel: rows, isCapped: sum >= mostCounted };
}

interface CallCounts {
  readonly calls: number;
  readonly answered: number;
  readonly withoutOrder: number;
}

/** 来电 of the window, whole city: nobody knows from where a call without an order came. */
export async function callsIn(
  ctx: Context,
  span: Span,
): Promise<{ counts: CallCounts; isCapped: boolean }> {
  const { rows } = await sql<CallCounts>`
    select count(*) as calls, count(*) filter (where c.answered_at is not null) as answered,
      count(*) filter (where c.answered_at is not null and o.call_id is null) as "withoutOrder"
    from (
      select id, answered_at from telephony.call
      where city_id = ${ctx.cityId}
        and id >= platform.first_id(${span.from})
        and id < platform.first_id(${span.to})
      limit ${mostCounted}
    ) as c
    left join (
      select distinct call_id from orders.order
      where city_id = ${ctx.cityId}
        and id >= platform.first_id(${span.from})
        and id < platform.first_id(${span.to})
        and call_id is not null
    ) as o on o.call_id = c.id`.execute(ctx.tx);
  const counts = rows[0] ?? { calls: 0, answered: 0, withoutOrder: 0 };
  return { counts, isCapped: counts.calls >= mostCounted };
}
