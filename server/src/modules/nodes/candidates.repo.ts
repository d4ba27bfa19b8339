import { nodes as contract } from '@minsheng/contract';
import type { WindowRole } from '@minsheng/contract/words/nodes.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';

export type Quoted = z.output<typeof contract.quoted>;
const reasons = contract.quoted.array();

export interface CandidateRow {
  readonly id: string;
  readonly reading_id: string;
  readonly rank: number;
  readonly name: string;
  readonly county: string;
  readonly names: string[];
  readonly things: string[];
  readonly aliases: string[];
  readonly people: number;
  readonly orders: number;
  readonly expected: number;
  readonly reasons: readonly Quoted[];
}

export async function insertAll(ctx: Context, rows: readonly CandidateRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tablesOf<'nodes'>(ctx.tx)
    .insertInto('nodes.candidate')
    .values(
      rows.map((row) => ({
        city_id: ctx.cityId,
        ...row,
        reasons: jsonb(JSON.parse(JSON.stringify(row.reasons))),
      })),
    )
    .execute();
}

const candidates = (ctx: Context) =>
  tablesOf<'nodes'>(ctx.tx)
    .selectFrom('nodes.candidate')
    .select([
      'id',
      'reading_id',
      'rank',
      'name',
      'county',
      'names',
      'things',
      'aliases',
      'people',
      'orders',
      'expected',
      'reasons',
    ])
    .where('city_id', '=', ctx.cityId)
    .$castTo<Omit<CandidateRow, 'reasons'> & { reasons: unknown }>();

export async function ofReading(
  ctx: Context,
  readingId: string,
  most: number,
): Promise<CandidateRow[]> {
  const rows = await candidates(ctx)
    .where('reading_id', '=', readingId)
    .orderBy('rank')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, reasons: reasons.parse(row.reasons) }));
}

export async function find(ctx: Context, id: string): Promise<CandidateRow | null> {
  const row = await candidates(ctx).where('id', '=', id).executeTakeFirst();
  return row ? { ...row, reasons: reasons.parse(row.reasons) } : null;
}

export type BehindRole = WindowRole | 'ordinary';

export interface Behind {
  readonly candidateId: string;
  readonly orderId: string;
  readonly role: BehindRole;
}

const atOnce = 5_000;

export async function insertBehind(ctx: Context, rows: readonly Behind[]): Promise<void> {
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = rows.slice(at, at + atOnce);
    await sql`
      insert into nodes.candidate_order (city_id, candidate_id, order_id, role)
      select ${ctx.cityId}, b.candidate_id, b.order_id, b.role
      from unnest(
        ${some.map(({ candidateId }) => candidateId)}::uuid[],
        ${some.map(({ orderId }) => orderId)}::uuid[],
        ${some.map(({ role }) => role)}::text[]
      ) as b (candidate_id, order_id, role)`.execute(ctx.tx);
  }
}

export const behind = (
  ctx: Context,
  candidateId: string,
  most: number,
): Promise<{ order_id: string; role: BehindRole }[]> =>
  tablesOf<'nodes'>(ctx.tx)
    .selectFrom('nodes.candidate_order')
    .select(['order_id', 'role'])
    .where('city_id', '=', ctx.cityId)
    .where('candidate_id', '=', candidateId)
    .orderBy('role')
    .orderBy('order_id')
    .limit(most)
    .$castTo<{ order_id: string; role: BehindRole }>()
    .execute();
