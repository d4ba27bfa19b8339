import { nodes as contract } from '@minsheng/contract';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';

/** 依据: what was shown when it was accepted; null where nobody showed anything. */
export const snapshotShape = z
  .object({
    people: z.number(),
    orders: z.number(),
    expected: z.number(),
    reasons: contract.quoted.array(),
  })
  .nullable();
export type Snapshot = z.output<typeof snapshotShape>;

export interface WatchRow {
  readonly id: string;
  readonly node_id: string;
  readonly object_id: string;
  readonly candidate_id: string | null;
  readonly snapshot: Snapshot;
  readonly reason: string;
  readonly from_at: Date;
  readonly from_by: string | null;
  readonly until_at: Date | null;
  readonly until_reason: string | null;
  readonly limit_matters: string[];
  readonly limit_rows: string[];
  readonly stays: boolean | null;
  readonly stays_words: string | null;
  /** Of its object. */
  readonly name: string;
  readonly county: string;
}

interface NewObject {
  readonly id: string;
  readonly name: string;
  readonly county: string;
}

export async function insertObject(ctx: Context, object: NewObject): Promise<void> {
  await tablesOf<'nodes'>(ctx.tx)
    .insertInto('nodes.object')
    .values({ city_id: ctx.cityId, ...object, made_at: ctx.now, made_by: ctx.actor.accountId })
    .execute();
}

export async function findObject(ctx: Context, id: string): Promise<NewObject | null> {
  const row = await tablesOf<'nodes'>(ctx.tx)
    .selectFrom('nodes.object')
    .select(['id', 'name', 'county'])
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The oldest of this name in a county. */
export async function objectNamed(
  ctx: Context,
  { name, county }: Omit<NewObject, 'id'>,
): Promise<NewObject | null> {
  const row = await tablesOf<'nodes'>(ctx.tx)
    .selectFrom('nodes.object')
    .select(['id', 'name', 'county'])
    .where('city_id', '=', ctx.cityId)
    .where('county', '=', county)
    .where('name', '=', name)
    .orderBy('id')
    .executeTakeFirst();
  return row ?? null;
}

type NewWatch = Pick<
  WatchRow,
  'id' | 'node_id' | 'object_id' | 'candidate_id' | 'snapshot' | 'reason'
>;

export async function insert(ctx: Context, { snapshot, ...watch }: NewWatch): Promise<void> {
  await tablesOf<'nodes'>(ctx.tx)
    .insertInto('nodes.watch')
    .values({
      city_id: ctx.cityId,
      ...watch,
      snapshot: jsonb(JSON.parse(JSON.stringify(snapshot))),
      from_at: ctx.now,
      from_by: ctx.actor.accountId,
    })
    .execute();
}

const watches = (ctx: Context) =>
  tablesOf<'nodes'>(ctx.tx)
    .selectFrom('nodes.watch as w')
    .innerJoin('nodes.object as o', (join) =>
      join.onRef('o.city_id', '=', 'w.city_id').onRef('o.id', '=', 'w.object_id'),
    )
    .selectAll('w')
    .select(['o.name', 'o.county'])
    .where('w.city_id', '=', ctx.cityId)
    .$castTo<Omit<WatchRow, 'snapshot'> & { snapshot: unknown }>();

type Raw = Omit<WatchRow, 'snapshot'> & { snapshot: unknown };
const asRow = (row: Raw): WatchRow => ({ ...row, snapshot: snapshotShape.parse(row.snapshot) });

/** Of some nodes, in the order in which they were accepted. */
export async function ofNodes(ctx: Context, nodeIds: readonly string[]): Promise<WatchRow[]> {
  if (nodeIds.length === 0) return [];
  const rows = await watches(ctx)
    .where('w.node_id', 'in', [...nodeIds])
    .orderBy('w.id')
    .execute();
  return rows.map(asRow);
}

/** Of one object in every node, the latest first. */
export async function ofObject(ctx: Context, objectId: string): Promise<WatchRow[]> {
  const rows = await watches(ctx)
    .where('w.object_id', '=', objectId)
    .where('w.until_at', 'is', null)
    .orderBy('w.id', 'desc')
    .limit(40)
    .execute();
  return rows.map(asRow);
}

/** Refuses `nodes.no-such-watch`. */
export async function held(ctx: Context, id: string): Promise<WatchRow> {
  const row = await watches(ctx).where('w.id', '=', id).executeTakeFirst();
  refuseUnless(row, 'nodes.no-such-watch');
  return asRow(row);
}

/** The same, held with its object: two people never put one limit, nor one word, twice. */
export async function lock(ctx: Context, id: string): Promise<WatchRow> {
  const row = await watches(ctx).where('w.id', '=', id).forUpdate(['w', 'o']).executeTakeFirst();
  refuseUnless(row, 'nodes.no-such-watch');
  return asRow(row);
}

export async function find(ctx: Context, id: string): Promise<WatchRow | null> {
  const row = await watches(ctx).where('w.id', '=', id).executeTakeFirst();
  return row ? asRow(row) : null;
}

interface Changes {
  until_at?: Date;
  until_by?: string | null;
  until_reason?: string;
  limit_matters?: string[];
  limit_rows?: string[];
  stays?: boolean;
  stays_words?: string;
}

export async function change(ctx: Context, id: string, set: Changes): Promise<void> {
  await tablesOf<'nodes'>(ctx.tx)
    .updateTable('nodes.watch')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
