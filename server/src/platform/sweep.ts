import { sql } from 'kysely';
import { chore } from './chores.ts';
import type { Runtime } from './context.ts';
import type { DB } from './db.types.gen.ts';

interface Sweeping<Table extends keyof DB> {
  readonly table: Table;
  /** The instant from which a row is over. */
  readonly overAt: keyof DB[Table] & string;
  readonly keptHours: number;
}

const sweeps: { table: string; keptHours: number }[] = [];
/** 自动清扫: what leaves by itself, and after how many hours. */
export const sweepings = (): readonly { table: string; keptHours: number }[] => sweeps;

const batchRows = 1000;
const hourMs = 3_600_000;

/**
 * 清扫: rows that are over leave, a thousand of a table in a turn, so that nobody waits for a great broom. Which are over
 * the city's clock says, and an index has to know.
 */
export function sweep<Table extends keyof DB>(what: Sweeping<Table>): void {
  sweeps.push({ table: what.table, keptHours: what.keptHours });
  chore({
    name: `sweep:${what.table}`,
    everySeconds: 60,
    work: async (runtime) => {
      await sweepOnce(runtime, what);
    },
  });
}

/** Answers how many left. */
export async function sweepOnce<Table extends keyof DB>(
  { db, city, clock }: Runtime,
  { table, overAt, keptHours }: Sweeping<Table>,
): Promise<number> {
  const before = new Date(clock.now().getTime() - keptHours * hourMs);
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)}
    where city_id = ${city.cityId} and ctid = any (array(
      select ctid from ${sql.table(table)}
      where city_id = ${city.cityId} and ${sql.ref(overAt)} < ${before}
      limit ${batchRows}
      -- Two workers sweep side by side.
      for update skip locked))`.execute(db.kysely);
  return Number(numAffectedRows ?? 0);
}
