import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/json.ts';

export type Row = Readonly<Record<string, Json>>;

/** A table of the city's data: its columns besides `city_id`, with their SQL types. */
export interface Target {
  readonly table: `${string}.${string}`;
  readonly columns: Readonly<Record<string, string>>;
}

/** A table whose rows others name for ever: what the folder no longer has is ended, never deleted. */
export interface KeptTarget extends Target {
  readonly key: readonly string[];
  /** What becomes of a row that is gone, e.g. `valid_to = …`. */
  readonly ends: RawBuilder<unknown>;
  /** Rows a load must not touch; they are called `kept`. */
  readonly except?: RawBuilder<unknown>;
}

/** The folder's rows and nothing else. */
export async function replaceRows(
  ctx: Context,
  target: Target,
  rows: readonly Row[],
): Promise<void> {
  await sql`delete from ${sql.table(target.table)} where city_id = ${ctx.cityId}`.execute(ctx.tx);
  await insertOf(ctx, target, rows).execute(ctx.tx);
}

/** The folder's rows as they are now, and the end of those it no longer has. */
export async function keepRows(
  ctx: Context,
  target: KeptTarget,
  rows: readonly Row[],
): Promise<void> {
  const untouched = target.except ?? sql`false`;
  const others = Object.keys(target.columns).filter((name) => !target.key.includes(name));
  const changes = others.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`);
  await sql`
    ${insertOf(ctx, target, rows)}
    on conflict (city_id, ${names(target.key)}) do update
    set ${sql.join(changes)}
    where not (${untouched})`.execute(ctx.tx);
  const sameKey = target.key.map((name) => sql`row.${sql.ref(name)} = kept.${sql.ref(name)}`);
  await sql`
    update ${sql.table(target.table)} as kept
    set ${target.ends}
    where kept.city_id = ${ctx.cityId}
      and not (${untouched})
      and not exists (select from ${recordset(target, rows)} where ${sql.join(sameKey, sql` and `)})
  `.execute(ctx.tx);
}

/** All rows in one statement. */
function insertOf(ctx: Context, target: Target, rows: readonly Row[]): RawBuilder<unknown> {
  const columns = Object.keys(target.columns);
  const values = columns.map((name) =>
    target.columns[name] === 'bytea' ? sql`decode(${sql.ref(name)}, 'hex')` : sql`${sql.ref(name)}`,
  );
  return sql`
    insert into ${sql.table(target.table)} as kept (city_id, ${names(columns)})
    select ${ctx.cityId}::smallint, ${sql.join(values)}
    from ${recordset(target, rows)}`;
}

/** The rows as a table called `row`; bytes travel as hexadecimal text. */
function recordset(target: Target, rows: readonly Row[]): RawBuilder<unknown> {
  const columns = Object.entries(target.columns).map(
    ([name, type]) => sql`${sql.ref(name)} ${sql.raw(type === 'bytea' ? 'text' : type)}`,
  );
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (${sql.join(columns)})`;
}

const names = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((name) => sql.ref(name)));
