import { sql } from 'kysely';
import { chore } from '../../platform/chores.ts';
import type { Runtime } from '../../platform/context.ts';

const batchRows = 5000;

/** 合并计数: moves deltas into their counters; a reading is the same before and after. Answers how many. */
export async function foldCounters({ db, city }: Runtime): Promise<number> {
  return db.transaction(async (tx) => {
    const { rows } = await sql<{ folded: number }>`
      with turn as materialized (
        -- Two folding at once would wait for each other's counters; the second has nothing to do.
        select pg_try_advisory_xact_lock(hashtext('desk.fold'), ${city.cityId}) as is_mine
      ), taken as (
        delete from desk.delta
        where city_id = ${city.cityId} and (select is_mine from turn)
          and ctid = any (array(
            select ctid from desk.delta where city_id = ${city.cityId} limit ${batchRows}))
        returning key, delta
      ), folded as (
        insert into desk.counter (city_id, key, count)
        select ${city.cityId}, key, sum(delta) from taken group by key order by key
        on conflict (city_id, key) do update set count = counter.count + excluded.count
      )
      select count(*)::integer as folded from taken`.execute(tx);
    return rows[0]?.folded ?? 0;
  });
}

chore({
  name: 'desk:fold-counters',
  everySeconds: 3,
  work: async (runtime) => {
    for (let folded = batchRows; folded === batchRows; ) folded = await foldCounters(runtime);
  },
});
