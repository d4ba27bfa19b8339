import type { ModelKind } from '@minsheng/contract/words/learning.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

/** What is learnt; each is a model of its own. */
export type Kind = ModelKind;

export interface Decision {
  readonly seq: number;
  readonly orderId: string;
  readonly label: string;
}

/** One statement, however much was decided at once: every new order waits for it. */
export async function insert(
  ctx: Context,
  orderId: string,
  labels: Readonly<Partial<Record<Kind, string>>>,
): Promise<void> {
  await sql`
    insert into learning.decision (city_id, order_id, kind, label, decided_at)
    select ${ctx.cityId}, ${orderId}, kind, label, ${ctx.now}
    from jsonb_each_text(${JSON.stringify(labels)}::jsonb) as decided (kind, label)`.execute(
    ctx.tx,
  );
}

const decisions = (ctx: Context, kind: Kind) =>
  tablesOf<'learning'>(ctx.tx)
    .selectFrom('learning.decision')
    .where('city_id', '=', ctx.cityId)
    .where('kind', '=', kind);

/** Oldest first, from a place on. */
export async function after(
  ctx: Context,
  { kind, seq, most }: { kind: Kind; seq: number; most: number },
): Promise<Decision[]> {
  const rows = await decisions(ctx, kind)
    .select(['seq', 'order_id', 'label'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(most)
    .execute();
  return rows.map(decisionOf);
}

/** The latest, oldest of them first. */
export async function latest(ctx: Context, kind: Kind, most: number): Promise<Decision[]> {
  const rows = await decisions(ctx, kind)
    .select(['seq', 'order_id', 'label'])
    .orderBy('seq', 'desc')
    .limit(most)
    .execute();
  return rows.map(decisionOf).toReversed();
}

/** How many came after a place, but no more than `most` are counted; and where the first and last of them stand. */
export async function spanAfter(
  ctx: Context,
  { kind, seq, most }: { kind: Kind; seq: number; most: number },
): Promise<{ count: number; from: number; upto: number }> {
  const row = await tablesOf<'learning'>(ctx.tx)
    .selectFrom(
      decisions(ctx, kind)
        .select('seq')
        .where('seq', '>', seq)
        .orderBy('seq', 'desc')
        .limit(most)
        .as('latest'),
    )
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.min('seq').as('from'),
      fn.max('seq').as('upto'),
    ])
    .executeTakeFirstOrThrow();
  return { count: row.count, from: row.from ?? 0, upto: row.upto ?? 0 };
}

/** Where the one after the first so many from a place on stands; null when there is none. */
export async function seqAfter(
  ctx: Context,
  { kind, from, skip }: { kind: Kind; from: number; skip: number },
): Promise<number | null> {
  const row = await decisions(ctx, kind)
    .select('seq')
    .where('seq', '>=', from)
    .orderBy('seq')
    .offset(skip)
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? null;
}

/** The first decision at or after an instant; null when there is none. */
export async function firstSince(ctx: Context, kind: Kind, at: Date): Promise<number | null> {
  const row = await decisions(ctx, kind)
    .select('seq')
    .where('decided_at', '>=', at)
    .orderBy('decided_at')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? null;
}

const decisionOf = (row: { seq: number; order_id: string; label: string }): Decision => ({
  seq: row.seq,
  orderId: row.order_id,
  label: row.label,
});
