import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

export type Snapshot = Selectable<DB['campaigns.snapshot']>;
export type Candidate = Selectable<DB['campaigns.candidate']>;
export type NewCandidate = Omit<Insertable<DB['campaigns.candidate']>, 'city_id' | 'snapshot_id'>;

export async function insertSnapshot(
  ctx: Context,
  row: Omit<Snapshot, 'city_id'>,
  candidates: readonly NewCandidate[],
): Promise<void> {
  const tables = tablesOf<'campaigns'>(ctx.tx);
  await tables
    .insertInto('campaigns.snapshot')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
  if (candidates.length === 0) return;
  await tables
    .insertInto('campaigns.candidate')
    .values(candidates.map((one) => ({ ...one, city_id: ctx.cityId, snapshot_id: row.id })))
    .execute();
}

const snapshots = (ctx: Context) =>
  tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.snapshot')
    .selectAll()
    .where('city_id', '=', ctx.cityId);

export const latestSnapshots = (ctx: Context, most: number): Promise<Snapshot[]> =>
  snapshots(ctx).orderBy('id', 'desc').limit(most).execute();

export async function findSnapshot(ctx: Context, id: string): Promise<Snapshot | null> {
  return (await snapshots(ctx).where('id', '=', id).executeTakeFirst()) ?? null;
}

export const candidatesOf = (ctx: Context, snapshotId: string): Promise<Candidate[]> =>
  tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.candidate')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('snapshot_id', '=', snapshotId)
    .orderBy('no')
    .execute();

export interface UrgentCount {
  readonly matter: string;
  readonly urgent: number;
  readonly of: number;
}

/** 紧急件 among the newest orders of each of these matters: so many of each at most, by the index of matter and id. */
export async function urgentAmongNewest(
  ctx: Context,
  {
    matters,
    from,
    until,
    most,
  }: { matters: readonly string[]; from: Date; until: Date; most: number },
): Promise<UrgentCount[]> {
  const { rows } = await sql<UrgentCount>`
    select m.matter, count(*) filter (where n.urgency in ('U1', 'U2'))::integer as urgent, count(*)::integer as of
    from unnest(${[...matters]}::text[]) as m (matter)
    cross join lateral (
      select o.urgency
      from orders.order as o
      where o.city_id = ${ctx.cityId} and o.matter_code = m.matter
        and o.id >= platform.first_id(${from}) and o.id < platform.first_id(${until})
        and o.channel <> 'proactive'
      order by o.id desc
      limit ${most}
    ) as n
    group by m.matter`.execute(ctx.tx);
  return rows;
}
