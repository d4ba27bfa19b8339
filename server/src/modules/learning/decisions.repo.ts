import type { ModelKind } from '@minsheng/contract/words/learning.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';

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

export interface Kept {
  readonly seq: number;
  readonly orderId: string;
  readonly label: string;
  readonly kind: Kind;
  readonly model: string;
  readonly inputHash: Buffer;
  readonly ranked: readonly { label: string; probability: number }[];
  readonly unmet: number;
}

/** Several processes learn the same decision: the first one's word stands. */
export async function keepSuggestion(ctx: Context, kept: Kept): Promise<void> {
  const place = kept.ranked.findIndex(({ label }) => label === kept.label);
  const [first] = kept.ranked;
  await tablesOf<'learning'>(ctx.tx)
    .insertInto('learning.suggestion')
    .values({
      city_id: ctx.cityId,
      seq: kept.seq,
      kind: kept.kind,
      order_id: kept.orderId,
      label: kept.label,
      given: first?.label ?? '',
      said: first?.probability ?? 0,
      unmet: kept.unmet,
      model: kept.model,
      input_hash: kept.inputHash,
      ranked: jsonb(kept.ranked.map(({ label, probability }) => ({ label, probability }))),
      place: place < 0 ? null : place + 1,
      learnt_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'seq']).doNothing())
    .execute();
}

export interface Replayed {
  readonly seq: number;
  readonly label: string;
  readonly place: number | null;
  readonly said: number;
  readonly ranked: Kept['ranked'];
  readonly inputHash: Buffer;
}

const atOnce = 1_000;

/**
 * 回放: what a trial said of decisions of the past that no model had said anything of, dated as they were made. Nobody was
 * shown it; `model` says so.
 */
export async function keepReplay(
  ctx: Context,
  kind: Kind,
  rows: readonly Replayed[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += atOnce) {
    const part = rows.slice(at, at + atOnce).map(({ inputHash, ...row }) => ({
      ...row,
      given: row.ranked[0]?.label ?? '',
      hash: inputHash.toString('hex'),
    }));
    await sql`
      insert into learning.suggestion
        (city_id, seq, kind, order_id, label, given, said, model, input_hash, ranked, place, learnt_at)
      select d.city_id, d.seq, d.kind, d.order_id, r.label, r.given, r.said, 'replay',
        decode(r.hash, 'hex'), r.ranked, r.place, d.decided_at
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as r (seq bigint, label text, given text, said real, ranked jsonb, place smallint, hash text)
      join learning.decision as d on d.city_id = ${ctx.cityId} and d.seq = r.seq and d.kind = ${kind}
      on conflict (city_id, seq) do nothing`.execute(ctx.tx);
  }
}

export interface SaidBefore {
  readonly seq: number;
  readonly place: number | null;
  readonly said: number;
}

/** What the models in use had said of these decisions before they learnt them. */
export async function saidBefore(ctx: Context, seqs: readonly number[]): Promise<SaidBefore[]> {
  if (seqs.length === 0) return [];
  return tablesOf<'learning'>(ctx.tx)
    .selectFrom('learning.suggestion')
    .select(['seq', 'place', 'said'])
    .where('city_id', '=', ctx.cityId)
    .where('seq', '=', sql<number>`any (${[...seqs]}::bigint[])`)
    .execute();
}
