import type { ClueFigure } from '@minsheng/contract/words/clues.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Place } from '../../platform/keyset.ts';
import type { Clue } from './clue.ts';

export interface Period {
  readonly from: Date;
  readonly to: Date;
}

const columnOf = {
  clues: 'clues',
  filed: 'filed',
  verified: 'verified',
  'receipt-due': 'receipt_due',
  'receipt-kept': 'receipt_kept',
  'receipt-late': 'receipt_late',
  named: 'named',
  told: 'told',
  'to-tell': 'to_tell',
  anonymous: 'anonymous',
} as const satisfies Record<ClueFigure, string>;

/**
 * What each clue of a period puts into each figure. One statement behind the sums and behind the lists they open to, so
 * that a list always adds up to its figure. What was joined counts with the clue it was joined to; what turned out to be no
 * violation is no clue, but whoever told of it hears so all the same. Taken back before its time was over, nothing was to
 * be receipted; taken back after, it stays late.
 */
const parts = (ctx: Context, { from, to }: Period): RawBuilder<unknown> => sql`
  select c.id, c.kind, (c.result is distinct from 'no-clue')::int as clues,
    (s.filed > 0)::int as filed,
    (c.result is not null and c.result in ('filed', 'corrected'))::int as verified,
    s.penalty_fen,
    d.receipt_due, d.receipt_kept, d.receipt_due - d.receipt_kept as receipt_late,
    f.named, f.told, f.named - f.told as to_tell, f.anonymous
  from clues.clue as c
  cross join lateral (
    select count(*) filter (where k.outcome = 'filed')::int as filed,
      coalesce(sum(k.penalty_fen), 0)::bigint as penalty_fen
    from clues.site_check as k
    where k.city_id = c.city_id and k.clue_id = c.id) as s
  cross join lateral (
    select count(*) filter
        (where x.receipt_at is not null or x.receipt_due_at < coalesce(x.recalled_at, ${ctx.now}))::int
        as receipt_due,
      count(*) filter (where x.receipt_at <= x.receipt_due_at)::int as receipt_kept
    from clues.sending as x
    where x.city_id = c.city_id and x.clue_id = c.id) as d
  cross join lateral (
    select count(*) filter (where w.is_named)::int as named,
      count(*) filter (where w.is_named and w.is_told)::int as told,
      count(*) filter (where not w.is_named)::int as anonymous
    from (
      select coalesce(not r.anonymous and (r.name_enc is not null or r.phone_enc is not null), false)
          as is_named,
        b.told_at is not null as is_told
      from clues.source as o
      -- Nobody told of a proactive order: nobody stayed anonymous either.
      join orders.order as a on a.city_id = o.city_id and a.id = o.order_id and a.channel <> 'proactive'
      left join requesters.requester as r on r.city_id = o.city_id and r.order_id = o.order_id
      left join clues.feedback as b
        on b.city_id = o.city_id and b.clue_id = o.clue_id and b.order_id = o.order_id
      where o.city_id = c.city_id and o.clue_id = c.id and c.state = 'closed') as w) as f
  where c.city_id = ${ctx.cityId} and c.marked_at >= ${from} and c.marked_at < ${to}
    and c.state <> 'joined'`;

export interface Sums {
  readonly clues: number;
  readonly filed: number;
  readonly verified: number;
  readonly penalty_fen: number;
  readonly receipt_due: number;
  readonly receipt_kept: number;
  readonly receipt_late: number;
  readonly named: number;
  readonly told: number;
  readonly to_tell: number;
  readonly anonymous: number;
}

/** By kind; the whole is their sum. */
export async function sumsByKind(
  ctx: Context,
  period: Period,
): Promise<(Sums & { readonly kind: string })[]> {
  const columns = [...Object.values(columnOf), 'penalty_fen'] as const;
  const sums = sql.join(
    columns.map((name) => sql`sum(${sql.ref(name)})::bigint as ${sql.ref(name)}`),
  );
  const { rows } = await sql<Sums & { kind: string }>`
    select p.kind, ${sums} from (${parts(ctx, period)}) as p group by p.kind order by p.kind`.execute(
    ctx.tx,
  );
  return rows;
}

export interface Counted {
  readonly clue: Clue;
  readonly counted: number;
}

/** 打开一个数: exactly the clues it counts, the latest first. */
export async function countedIn(
  ctx: Context,
  asked: {
    figure: ClueFigure;
    period: Period;
    kind: string | null;
    before: Place | null;
    most: number;
  },
): Promise<Counted[]> {
  const { figure, period, kind, before, most } = asked;
  const column = sql.ref(`p.${columnOf[figure]}`);
  const { rows } = await sql<Clue & { counted: number }>`
    select c.*, ${column}::int as counted
    from (${parts(ctx, period)}) as p
    join clues.clue as c on c.city_id = ${ctx.cityId} and c.id = p.id
    where ${column} > 0
      and (${kind}::text is null or c.kind = ${kind})
      and (${before?.id ?? null}::uuid is null or c.id < ${before?.id ?? null}::uuid)
    order by c.id desc
    limit ${most}`.execute(ctx.tx);
  return rows.map(({ counted, ...clue }) => ({ clue, counted }));
}
