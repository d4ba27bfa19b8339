import pg from 'pg';
import { systemClock } from '../../server/src/platform/clock.ts';
import { newId } from '../../server/src/platform/ids.ts';
import { runClients } from './run-clients.ts';

/** The row of a message by plain SQL, one durable insert a transaction, by as many clients on the same database: per second. */
export async function bareMessages(
  connection: pg.ClientConfig,
  clients: number,
  seconds: number,
): Promise<number> {
  const connected = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client(connection);
      await client.connect();
      return client;
    }),
  );
  try {
    const [first] = connected;
    if (!first) throw new Error('Nobody is connected.');
    // A table of its own: what is measured stays out of the exchange's.
    await first.query(
      'create table exchange.bench_message (like exchange.message including indexes)',
    );
    const columns = await first.query<{ name: string }>(
      "select column_name as name from information_schema.columns where table_schema = 'exchange' and table_name = 'bench_message' and column_name <> 'id'",
    );
    const names = columns.rows.map(({ name }) => name).join(', ');
    const insert = `insert into exchange.bench_message (id, ${names})
      select $1, ${names} from exchange.message where id = $2`;
    const last = await first.query<{ id: string }>(
      'select id from exchange.message order by id desc limit 1',
    );
    const ran = await runClients(clients, seconds, async (client) => {
      const id = newId(systemClock.now());
      await (connected[client] ?? first).query(insert, [id, last.rows[0]?.id]);
    });
    if (ran.errors > 0) throw new Error(`Bare SQL failed: ${ran.reasons.join('; ')}`);
    return ran.done / ran.seconds;
  } finally {
    await Promise.all(connected.map((client) => client.end()));
  }
}
