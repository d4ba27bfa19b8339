import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../platform/zone.ts';

/** 阅读量加一: the day and the piece, and nothing of whoever reads. */
export async function countRead(ctx: Context, pieceId: string): Promise<void> {
  await sql`
    insert into media.reading as r (city_id, piece_id, on_day, reads)
    values (${ctx.cityId}, ${pieceId}::uuid, ${dayOf(ctx.now.getTime(), ctx.city.zone)}::date, 1)
    on conflict (city_id, piece_id, on_day) do update set reads = r.reads + 1`.execute(ctx.tx);
}

export async function readsOf(
  ctx: Context,
  pieceIds: readonly string[],
): Promise<Map<string, number>> {
  if (pieceIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; reads: number }>`
    select piece_id as id, sum(reads)::integer as reads
    from media.reading
    where city_id = ${ctx.cityId} and piece_id = any (${[...pieceIds]}::uuid[])
    group by piece_id`.execute(ctx.tx);
  return new Map(rows.map(({ id, reads }) => [id, reads]));
}
