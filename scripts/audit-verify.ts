import { text } from '../server/src/audit/text.ts';
import { verifyLog } from '../server/src/audit/verify-log.ts';
import { readConfig } from '../server/src/platform/config.ts';
import { openDatabase } from '../server/src/platform/db.ts';
import { createLog } from '../server/src/platform/log.ts';
import { visitDatabase } from '../server/src/platform/postgres/index.ts';

// npm run -s audit:verify: beside a running program or without one. Ends with 1 when anything does not agree.

const say = (line: string) => process.stdout.write(`${line}\n`);
const log = createLog('warn');
try {
  const config = readConfig(process.env, []);
  const visit =
    config.databaseUrl === null
      ? await visitDatabase({ dataFolder: config.dataFolder, log })
      : { connection: { connectionString: config.databaseUrl }, stop: async () => {} };
  const db = openDatabase(visit.connection, log);
  try {
    const client = await db.pool.connect();
    const verdict = await verifyLog(client).finally(() => client.release());
    say(text.counts(verdict));
    for (const broken of verdict.broken) say(text.broken(broken));
    say(verdict.broken.length === 0 ? text.whole : text.found(verdict.broken.length));
    process.exitCode = verdict.broken.length === 0 ? 0 : 1;
  } finally {
    await db.stop();
    await visit.stop();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
