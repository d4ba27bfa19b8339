import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesFolderOf } from '../server/src/backup/index.ts';
import { forgetKey, keyUse, reseal, sealFiles, text } from '../server/src/keys/index.ts';
import { systemClock } from '../server/src/platform/clock.ts';
import { type Config, readConfig } from '../server/src/platform/config.ts';
import { type Database, openDatabase } from '../server/src/platform/db.ts';
import { addKey, keyPathOf, openKeys } from '../server/src/platform/key-file.ts';
import { createLog } from '../server/src/platform/log.ts';
import { visitDatabase } from '../server/src/platform/postgres/index.ts';
import { reachDatabase } from '../server/src/platform/reach-database.ts';

// npm run -s keys:rotate, keys:reseal, keys:forget -- ID: beside a running program or without one.

const saidEveryRows = 10_000;
const saidEveryFiles = 1000;
const say = (line: string) => process.stdout.write(`${line}\n`);
const log = createLog('warn');

async function withDatabase(
  { databaseUrl, dataFolder }: Config,
  use: (db: Database) => Promise<void>,
): Promise<void> {
  const visit =
    databaseUrl === null
      ? await visitDatabase({ dataFolder, log })
      : {
          connection: { connectionString: await reachDatabase(databaseUrl) },
          stop: async () => {},
        };
  const db = openDatabase(visit.connection, log);
  try {
    await use(db);
  } finally {
    await db.stop();
    await visit.stop();
  }
}

async function resealAll(config: Config): Promise<void> {
  const keys = openKeys(config.dataFolder);
  say(text.newestIs(keys.newest.id));
  await withDatabase(config, async (db) => {
    const done = new Map<string, number>();
    const onProgress = ({ table, resealed }: { table: string; resealed: number }) => {
      const before = done.get(table) ?? 0;
      done.set(table, before + resealed);
      if (Math.floor((before + resealed) / saidEveryRows) > Math.floor(before / saidEveryRows))
        say(text.progress(table, before + resealed));
    };
    const rows = await reseal({ db, keys, onProgress });
    say(text.resealed(rows, await keyUse(db)));
    for (const { folder, isBackup } of fileFolders(config)) {
      const onFile = (count: number) => {
        if (count % saidEveryFiles === 0) say(text.fileProgress(count));
      };
      const files = await sealFiles({ db, keys, folder, isBackup, onProgress: onFile });
      say(text.filesSealed(folder, files.sealed));
      if (files.spoilt.length > 0) say(text.spoilt(folder, files.spoilt));
    }
  });
}

/** Ours, and those of the backup, where there is one. */
const fileFolders = ({ dataFolder, backupFolder }: Config) => [
  { folder: join(dataFolder, 'files'), isBackup: false },
  ...(backupFolder === null ? [] : [{ folder: filesFolderOf(backupFolder), isBackup: true }]),
];

async function forget(config: Config, said: string | undefined): Promise<void> {
  const keyId = Number(said);
  if (!Number.isInteger(keyId)) throw new Error(text.usage);
  const { dataFolder } = config;
  const folders = fileFolders(config).map(({ folder }) => folder);
  await withDatabase(config, (db) =>
    forgetKey({ db, dataFolder, fileFolders: folders, keyId, now: systemClock.now() }),
  );
  say(text.forgotten(keyId));
}

const [verb, ...rest] = process.argv.slice(2);
try {
  const config = readConfig(process.env, []);
  if (!existsSync(keyPathOf(config.dataFolder))) throw new Error(text.noFile(config.dataFolder));
  if (verb === 'rotate') say(text.added(addKey(config.dataFolder)));
  else if (verb === 'reseal') await resealAll(config);
  else if (verb === 'forget') await forget(config, rest[0]);
  else throw new Error(text.usage);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
