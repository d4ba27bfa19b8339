import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';
import type { Kind } from './decisions.repo.ts';

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
