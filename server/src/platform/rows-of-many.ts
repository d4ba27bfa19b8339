import { type RawBuilder, sql } from 'kysely';

/** With so few in a list only their own months are planned. */
const few = 50;

/**
 * The rows `r` of these ids, in a table split by months, as what stands behind `from`. Many are read each by itself: a
 * list of two thousand is planned for every month of years, which takes ten times as long as reading them.
 */
export function rowsOfMany(
  { table, key, cityId }: { table: string; key: string; cityId: number },
  ids: readonly string[],
): RawBuilder<unknown> {
  const own = sql`select * from ${sql.table(table)} where city_id = ${cityId} and ${sql.ref(key)} =`;
  const unique = sql`${[...new Set(ids)]}::uuid[]`;
  return ids.length <= few
    ? sql`(${own} any (${unique})) as r`
    : sql`unnest(${unique}) as asked (id) cross join lateral (${own} asked.id offset 0) as r`;
}
