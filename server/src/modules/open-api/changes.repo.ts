import { type ChangeKind, changeKinds } from '@minsheng/contract/words/changes.ts';
import { expressionBuilder, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { visibleTo } from '../orders/index.ts';

export interface Change {
  readonly position: number;
  readonly order_id: string;
  readonly order_no: string;
  readonly seq: number;
  readonly at: Date;
  readonly kind: ChangeKind;
  readonly assignment_id: string | null;
  readonly unit_code: string | null;
  readonly is_own: boolean;
}

export interface Window {
  /** The last that was looked at, whether or not it may be shown. */
  readonly upTo: number;
  readonly upToAt: Date;
  readonly isFull: boolean;
}

/** So many are looked at for one page, however few of them are the unit's: one reading costs no more than that. */
const windowRows = 5000;
export const pageRows = 200;

const last = z.object({ position: z.number(), at: z.date(), count: z.coerce.number() });

/** What comes after this position; null: nothing. */
export async function windowAfter(ctx: Context, after: number): Promise<Window | null> {
  const { rows } = await sql`
    with looked as materialized (
      select position, at
      from open_api.change
      where city_id = ${ctx.cityId} and position > ${after}::bigint
      order by position
      limit ${windowRows}
    )
    select position, at, (select count(*) from looked) as count
    from looked
    order by looked.position desc
    limit 1`.execute(ctx.tx);
  if (rows.length === 0) return null;
  const { position, at, count } = last.parse(rows[0]);
  return { upTo: position, upToAt: at, isFull: count === windowRows };
}

export async function lastPosition(ctx: Context): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select coalesce(max(position), 0) as position
    from open_api.change
    where city_id = ${ctx.cityId}`.execute(ctx.tx);
  return rows[0]?.position ?? 0;
}

const kinds = z.enum(changeKinds);

/** Those between two positions that this account may see, one more than a page. */
export async function changesBetween(
  ctx: Context,
  { after, upTo }: { after: number; upTo: number },
): Promise<Change[]> {
  const { rows } = await sql<Change>`
    select c.position, c.order_id, o.order_no, c.seq, c.at, c.kind, c.assignment_id, a.unit_code,
      coalesce(${isOwn(ctx.actor)}, false) as is_own
    from open_api.change as c
    join orders.order as o on o.city_id = c.city_id and o.id = c.order_id
    left join dispatch.assignment as a
      on a.city_id = c.city_id and a.order_id = c.order_id and a.id = c.assignment_id
    where c.city_id = ${ctx.cityId}
      and c.position > ${after}::bigint and c.position <= ${upTo}::bigint
      and (${seen(ctx.actor)} or (o.secrecy < 3 and ${isOwn(ctx.actor)}))
    order by c.position
    limit ${pageRows + 1}`.execute(ctx.tx);
  return rows.map((row) => ({ ...row, kind: kinds.parse(row.kind) }));
}

const orders = expressionBuilder<DB & { o: DB['orders.order'] }, 'o'>();

const seen = (actor: Actor) => visibleTo(actor)(orders);

/** Of its duties the unit is told to the last: also what took one away, though it sees the order no more. */
function isOwn({ unitPath }: Actor) {
  if (unitPath === null) return sql<SqlBool>`false`;
  return sql<SqlBool>`(a.unit_path = ${unitPath} or a.unit_path like ${`${unitPath}/%`})`;
}
