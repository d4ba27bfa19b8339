import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../server/src/platform/clock.ts';
import { openDatabase } from '../server/src/platform/db.ts';
import { createLog } from '../server/src/platform/log.ts';
import { migrate } from '../server/src/platform/migrate.ts';
import { startDatabase } from '../server/src/platform/postgres/index.ts';

// Writes server/src/platform/db.types.gen.ts from the tables themselves: every migration is run on a
// throw-away database. `--verify` changes nothing and fails when the file is behind the migrations.

const root = join(import.meta.dirname, '..');
const outFile = join(root, 'server/src/platform/db.types.gen.ts');
const codegen = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js');
const dataFolder = mkdtempSync(join(tmpdir(), 'minsheng-db-types-'));
const json = "import('./json.ts').Json";
const types = { int8: 'number', timestamptz: 'Date', json, jsonb: json, tsvector: 'string' };
const log = createLog('warn');

const server = await startDatabase({ dataFolder, log, isDisposable: true });
try {
  const db = openDatabase(server.connection, log);
  await migrate(db.pool, systemClock.now());
  await db.stop();
  execFileSync(process.execPath, [codegen, ...wishes(server.connectionString)], {
    stdio: 'inherit',
  });
} finally {
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

function wishes(url: string): string[] {
  return [
    '--dialect=postgres',
    `--url=${url}`,
    `--out-file=${outFile}`,
    '--date-parser=string',
    '--exclude-pattern=graphile_worker.*',
    `--type-mapping=${JSON.stringify(types)}`,
    ...(process.argv.includes('--verify') ? ['--verify'] : []),
  ];
}
