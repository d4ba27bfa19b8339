import { type ChangeKind, changeKinds } from '@minsheng/contract/words/changes.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';

export interface Told {
  readonly position: number;
  readonly order_id: string;
  readonly seq: number;
  readonly at: Date;
  readonly kind: ChangeKind;
  readonly assignment_id: string | null;
}

/** So many are looked at for one page, however few of them are the unit's: one reading costs no more than that. */
export const windowRows = 2000;

const kinds = z.enum(changeKinds);

/** What comes after this position. */
export async function toldAfter(ctx: Context, after: number): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select position, order_id, seq, at, kind, assignment_id
    from open_api.change
    where city_id = ${ctx.cityId} and position > ${after}
    order by position
    limit ${windowRows}`.execute(ctx.tx);
  return rows.map((row) => ({ ...row, kind: kinds.parse(row.kind) }));
}

/** Before the first that is at least as young as this. */
export async function positionAt(ctx: Context, at: Date): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select position
    from open_api.change
    where city_id = ${ctx.cityId} and at >= ${at}
    order by at, position
    limit 1`.execute(ctx.tx);
  const [first] = rows;
  return first ? first.position - 1 : lastPosition(ctx);
}

export async function lastPosition(ctx: Context): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select coalesce(max(position), 0) as position
    from open_api.change
    where city_id = ${ctx.cityId}`.execute(ctx.tx);
  return rows[0]?.position ?? 0;
}

export interface OrderFacts {
  readonly id: string;
  readonly order_no: string;
  readonly secrecy: number;
}

export async function orderFacts(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, OrderFacts>> {
  const { rows } = await sql<OrderFacts>`
    select id, order_no, secrecy
    from orders.order
    where city_id = ${ctx.cityId} and id = any (${[...ids]}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface DutyFacts {
  readonly id: string;
  readonly unit_code: string;
  readonly unit_path: string;
}

/** The duties that changes name, each looked up by its order: `limit` keeps the planner from reading all duties instead. */
export async function dutyFacts(
  ctx: Context,
  told: readonly Told[],
): Promise<Map<string, DutyFacts>> {
  const orderOf = new Map(told.map(({ assignment_id, order_id }) => [assignment_id, order_id]));
  orderOf.delete(null);
  const { rows } = await sql<DutyFacts>`
    select found.id, found.unit_code, found.unit_path
    from unnest(${[...orderOf.values()]}::uuid[], ${[...orderOf.keys()]}::uuid[]) as named (order_id, id)
    cross join lateral (
      select a.id, a.unit_code, a.unit_path
      from dispatch.assignment as a
      where a.city_id = ${ctx.cityId} and a.order_id = named.order_id and a.id = named.id
      limit 1
    ) as found`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
}
