import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { DB } from '../../platform/db.types.gen.ts';

/** 旁记: where a module keeps words about an order in columns of its own, and not among the texts of the order. */
interface Beside<Table extends keyof DB> {
  readonly table: Table;
  /** Of text: empty afterwards; what was never written stays so. */
  readonly words?: readonly Column<Table>[];
  /** Of a list in jsonb: without a member afterwards. */
  readonly lists?: readonly Column<Table>[];
  /** Where something happened: null afterwards. */
  readonly points?: readonly Column<Table>[];
  /** The column that names the order. */
  readonly by?: Column<Table>;
  /** Written for everybody and naming nobody: a person's wish leaves them, what is due to be destroyed does not. */
  readonly areForAll?: true;
  /** Its rows hang by their column `key` on those of another table, which name the order in `by`. */
  readonly through?: { readonly table: keyof DB; readonly key: Column<Table>; readonly by: string };
}
type Column<Table extends keyof DB> = keyof DB[Table] & string;

const besides: Beside<never>[] = [];

/** Each as `[table, columns]`. */
export const wordsBeside = (): readonly (readonly [string, readonly string[]])[] =>
  besides.map(({ table, words = [], lists = [], points = [] }) => [
    table,
    [...words, ...lists, ...points],
  ]);

/** These leave with the words of the order itself, whatever makes those leave. */
export function keepsWords<Table extends keyof DB>(beside: Beside<Table>): void {
  besides.push(beside as unknown as Beside<never>);
}

/** 抹去旁记 of these orders: that something was written, by whom and when, stays. */
export async function eraseWordsBeside(
  ctx: Context,
  orderIds: readonly string[],
  by: 'wish' | 'list',
): Promise<void> {
  for (const beside of besides)
    if (by === 'list' || !beside.areForAll) await empty(ctx, beside, orderIds);
}

async function empty(
  { tx, cityId }: Context,
  { table, words = [], lists = [], points = [], by = 'order_id' as never, through }: Beside<never>,
  orderIds: readonly string[],
): Promise<void> {
  const set = [
    ...words.map((column) => sql`${sql.ref(column)} = left(${sql.ref(column)}, 0)`),
    ...lists.map((column) => {
      const list = sql.ref(column);
      return sql`${list} = case when ${list} is not null then '[]'::jsonb end`;
    }),
    ...points.map((column) => sql`${sql.ref(column)} = null`),
  ];
  const ids = sql.join([...orderIds]);
  const which = through
    ? sql`${sql.ref(through.key)} in (
        select id from ${sql.table(through.table)}
        where city_id = ${cityId} and ${sql.ref(through.by)} in (${ids}))`
    : sql`${sql.ref(by)} in (${ids})`;
  await sql`
    update ${sql.table(table)}
    set ${sql.join(set)}
    where city_id = ${cityId} and ${which}`.execute(tx);
}
