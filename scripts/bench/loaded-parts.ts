import type pg from 'pg';

export interface Part {
  readonly rows: number;
  readonly seconds: number;
}

/** What a folder holds already, part by part: the complete orders and every month of closed ones. */
export async function partsOf(pool: pg.Pool): Promise<Map<string, Part>> {
  await pool.query(`
    create table if not exists public.bench_part
      (part text primary key, rows integer not null, seconds float8 not null)`);
  const { rows } = await pool.query<Part & { part: string }>('select * from public.bench_part');
  return new Map(rows.map(({ part, ...what }) => [part, what]));
}

/** In the transaction that loads it: what is kept is there. */
export async function keepPart(
  pool: pg.Pool | pg.PoolClient,
  { part, rows, seconds }: Part & { readonly part: string },
): Promise<void> {
  await pool.query(
    `insert into public.bench_part as known values ($1, $2, $3)
     on conflict (part) do update
     set rows = known.rows + excluded.rows, seconds = known.seconds + excluded.seconds`,
    [part, rows, seconds],
  );
}
