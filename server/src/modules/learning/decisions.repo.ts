import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';

/** What is learnt; each is a model of its own. */
export type Kind = 'matter' | 'unit';

export interface Decision {
  readonly seq: number;
  readonly orderId: string;
  readonly label: string;
}

export async function insert(
  ctx: Context,
  { orderId, kind, label }: { orderId: string; kind: Kind; label: string },
): Promise<void> {
  await tablesOf<'learning'>(ctx.tx)
    .insertInto('learning.decision')
    .values({ city_id: ctx.cityId, order_id: orderId, kind, label, decided_at: ctx.now })
    .execute();
}

/** Oldest first, from a place on. */
export async function after(
  ctx: Context,
  { kind, seq, most }: { kind: Kind; seq: number; most: number },
): Promise<Decision[]> {
  const rows = await tablesOf<'learning'>(ctx.tx)
    .selectFrom('learning.decision')
    .select(['seq', 'order_id', 'label'])
    .where('city_id', '=', ctx.cityId)
    .where('kind', '=', kind)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(most)
    .execute();
  return rows.map(decisionOf);
}

/** The latest, oldest of them first. */
export async function latest(ctx: Context, kind: Kind, most: number): Promise<Decision[]> {
  const rows = await tablesOf<'learning'>(ctx.tx)
    .selectFrom('learning.decision')
    .select(['seq', 'order_id', 'label'])
    .where('city_id', '=', ctx.cityId)
    .where('kind', '=', kind)
    .orderBy('seq', 'desc')
    .limit(most)
    .execute();
  return rows.map(decisionOf).toReversed();
}

const decisionOf = (row: { seq: unknown; order_id: string; label: string }): Decision => ({
  seq: Number(row.seq),
  orderId: row.order_id,
  label: row.label,
});

export interface Kept {
  readonly seq: number;
  readonly kind: Kind;
  readonly model: string;
  readonly inputHash: Buffer;
  readonly ranked: readonly { label: string; probability: number }[];
  readonly place: number | null;
}

/** Several processes learn the same decision: the first one's word stands. */
export async function keepSuggestion(ctx: Context, kept: Kept): Promise<void> {
  await tablesOf<'learning'>(ctx.tx)
    .insertInto('learning.suggestion')
    .values({
      city_id: ctx.cityId,
      seq: kept.seq,
      kind: kept.kind,
      model: kept.model,
      input_hash: kept.inputHash,
      ranked: jsonb(kept.ranked.map(({ label, probability }) => ({ label, probability }))),
      place: kept.place,
      learnt_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'seq']).doNothing())
    .execute();
}
