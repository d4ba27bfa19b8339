import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { systemClock } from '../../server/src/platform/clock.ts';
import type { BenchServer } from './bench-server.ts';

const mostMinutes = 5;

/**
 * Waits until what an earlier run left to do is done: a figure is of what it names and of nothing that came before. Not for a
 * training: it takes minutes and gives way to everything. Begins with what is left where there is more than five minutes of it.
 */
export async function workedOff(
  { connection }: BenchServer,
  say: (line: string) => void,
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await wait(client, say);
  } finally {
    await client.end();
  }
}

async function wait(client: pg.Client, say: (line: string) => void): Promise<void> {
  const until = performance.now() + mostMinutes * 60_000;
  const first = await leftToDo(client);
  if (first === 0) return;
  say(`  ${first} things left to do from before`);
  for (let left = first; left > 0; left = await leftToDo(client)) {
    if (performance.now() > until) return say(`  begins with ${left} of them still to do`);
    await pause(1000);
  }
}

async function leftToDo(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ left: number }>(
    `select ((select count(*) from platform.outbox)
       + (select count(*) from graphile_worker.jobs
          where run_at <= $1 and task_identifier <> 'learning:train'))::integer as left`,
    [systemClock.now()],
  );
  return rows[0]?.left ?? 0;
}
