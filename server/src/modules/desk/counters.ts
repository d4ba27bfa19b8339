import type { desk as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { type Desk, desks, deskWords } from '@minsheng/contract/words/desks.ts';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { orderKey, readerKey, unitKey } from './deltas.ts';
import { countLate, isLateDesk } from './late-lists.ts';
import { seesDesk } from './policy.ts';

/** 工作台计数: counter and what is not folded into it yet, in one reading, and what is late. Never a count over orders. */
export async function counters(ctx: Context): Promise<ReplyOf<typeof contract.counters>> {
  const own = desks.filter((desk) => seesDesk(ctx.actor, desk));
  const kept = own.filter((desk) => !isLateDesk(desk));
  const counts = await countsOf(
    ctx,
    kept.flatMap((desk) => keysOf(ctx.actor, desk)),
  );
  const rows = kept.map((desk) => ({
    desk,
    count: keysOf(ctx.actor, desk).reduce((sum, key) => sum + (counts.get(key) ?? 0), 0),
    isCapped: false,
  }));
  const late = await Promise.all(
    own.filter(isLateDesk).map(async (desk) => ({ desk, ...(await countLate(ctx, desk)) })),
  );
  return { rows: [...rows, ...late], at: ctx.now.toISOString() };
}

function keysOf(actor: Actor, desk: Desk): string[] {
  if (deskWords[desk].of !== 'orders')
    return [
      ...(actor.unitCode === null ? [] : [unitKey(actor.unitCode, desk)]),
      ...(actor.accountId === null ? [] : [readerKey(actor.accountId, desk)]),
    ];
  const open = orderKey(desk, false);
  return actor.has('orders.read-secret') ? [open, orderKey(desk, true)] : [open];
}

async function countsOf(ctx: Context, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; count: number }>`
    select key, sum(part)::integer as count
    from (
      select key, count as part
      from desk.counter
      where city_id = ${ctx.cityId} and key = any (${[...keys]}::text[])
      union all
      select key, delta
      from desk.delta
      where city_id = ${ctx.cityId} and key = any (${[...keys]}::text[])
    ) as parts
    group by key`.execute(ctx.tx);
  return new Map(rows.map(({ key, count }) => [key, count]));
}
