import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cityFacts } from '../server/src/assembly.ts';
import { text } from '../server/src/audit/text.ts';
import { traceExport } from '../server/src/audit/trace-export.ts';
import { readConfig } from '../server/src/platform/config.ts';
import { openDatabase } from '../server/src/platform/db.ts';
import { createLog } from '../server/src/platform/log.ts';
import { visitDatabase } from '../server/src/platform/postgres/index.ts';
import { reachDatabase } from '../server/src/platform/reach-database.ts';

// npm run -s leak:trace -- FILE.xlsx: beside a running program or without one. Ends with 1 when it names nobody.

const log = createLog('warn');
const [file] = process.argv.slice(2);
try {
  if (file === undefined) throw new Error(text.usageTrace);
  const bytes = readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file));
  const config = readConfig(process.env, []);
  const { databaseUrl, dataFolder } = config;
  const { cityId, zone } = cityFacts(config);
  const visit =
    databaseUrl === null
      ? await visitDatabase({ dataFolder, log })
      : {
          connection: { connectionString: await reachDatabase(databaseUrl) },
          stop: async () => {},
        };
  const db = openDatabase(visit.connection, log);
  try {
    const traced = await traceExport(db.pool, cityId, bytes);
    process.stdout.write(`${text.traced(traced, zone)}\n`);
    process.exitCode = traced.is === 'found' ? 0 : 1;
  } finally {
    await db.stop();
    await visit.stop();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
