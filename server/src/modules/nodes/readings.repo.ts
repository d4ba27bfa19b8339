import { nodes as contract } from '@minsheng/contract';
import type { ReadingState } from '@minsheng/contract/words/nodes.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';

const windows = contract.comparedWindow.array();
export type KeptWindow = z.output<typeof contract.comparedWindow>;

export interface ReadingRow {
  readonly id: string;
  readonly node_id: string;
  readonly state: ReadingState;
  readonly asked_at: Date;
  readonly windows: readonly KeptWindow[];
  readonly orders: number;
  readonly people: number;
  readonly ordinary: number;
  readonly ordinary_days: number;
}

export async function insert(ctx: Context, id: string, nodeId: string): Promise<void> {
  await tablesOf<'nodes'>(ctx.tx)
    .insertInto('nodes.reading')
    .values({
      city_id: ctx.cityId,
      id,
      node_id: nodeId,
      state: 'waiting',
      asked_at: ctx.now,
      asked_by: ctx.actor.accountId,
    })
    .execute();
}

const readings = (ctx: Context) =>
  tablesOf<'nodes'>(ctx.tx)
    .selectFrom('nodes.reading')
    .select([
      'id',
      'node_id',
      'state',
      'asked_at',
      'windows',
      'orders',
      'people',
      'ordinary',
      'ordinary_days',
    ])
    .where('city_id', '=', ctx.cityId)
    .$castTo<Omit<ReadingRow, 'windows'> & { windows: unknown }>();

type Raw = Omit<ReadingRow, 'windows'> & { windows: unknown };
const asRow = (row: Raw): ReadingRow => ({ ...row, windows: windows.parse(row.windows) });

export async function find(ctx: Context, id: string): Promise<ReadingRow | null> {
  const row = await readings(ctx).where('id', '=', id).executeTakeFirst();
  return row ? asRow(row) : null;
}

/** The latest of a node, whatever its state. */
export async function latest(ctx: Context, nodeId: string): Promise<ReadingRow | null> {
  const row = await readings(ctx)
    .where('node_id', '=', nodeId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? asRow(row) : null;
}

/** What was read last; a reading at work, or one that failed, says nothing yet. */
export async function latestDone(ctx: Context, nodeId: string): Promise<ReadingRow | null> {
  const row = await readings(ctx)
    .where('node_id', '=', nodeId)
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? asRow(row) : null;
}

interface Ended extends Omit<ReadingRow, 'id' | 'node_id' | 'asked_at' | 'state'> {
  readonly state: 'done';
}

export async function end(ctx: Context, id: string, ended: Ended): Promise<void> {
  await tablesOf<'nodes'>(ctx.tx)
    .updateTable('nodes.reading')
    .set({ ...ended, windows: jsonb(JSON.parse(JSON.stringify(ended.windows))), ended_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export async function setState(
  ctx: Context,
  id: string,
  state: Exclude<ReadingState, 'done'>,
): Promise<void> {
  await tablesOf<'nodes'>(ctx.tx)
    .updateTable('nodes.reading')
    .set({ state, ended_at: state === 'failed' ? ctx.now : null })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** Only the latest are kept whole: what was accepted of an earlier one stands with the watch. */
export async function forgetOlder(ctx: Context, nodeId: string, id: string): Promise<void> {
  await sql`
    delete from nodes.reading
    where city_id = ${ctx.cityId} and node_id = ${nodeId} and id < ${id}
      and not exists (
        select from nodes.candidate as c
        join nodes.watch as w on w.city_id = c.city_id and w.candidate_id = c.id
        where c.city_id = nodes.reading.city_id and c.reading_id = nodes.reading.id)`.execute(
    ctx.tx,
  );
}
