import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { takeBackup } from '../server/src/backup/index.ts';
import { text } from '../server/src/backup/text.ts';
import { readConfig } from '../server/src/platform/config.ts';
import { createLog } from '../server/src/platform/log.ts';

// npm run -s backup -- [--to FOLDER] [--keep N]: beside a running program or without one.

const say = (line: string) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({ options: { to: { type: 'string' }, keep: { type: 'string' } } });
const keep = values.keep === undefined ? null : Number(values.keep);
const config = readConfig(process.env, []);
const folder =
  values.to === undefined
    ? config.backupFolder
    : resolve(process.env.INIT_CWD ?? process.cwd(), values.to);
if (folder === null || (keep !== null && !(Number.isInteger(keep) && keep > 0))) {
  process.stderr.write(`${text.usageBackup}\n`);
  process.exit(2);
}
try {
  if (config.databaseUrl !== null) throw new Error(text.notOurs);
  const taken = await takeBackup({
    city: config.city,
    dataFolder: config.dataFolder,
    backupFolder: folder,
    keep,
    log: createLog('warn'),
  });
  say(text.taken(taken.folder, Math.ceil(taken.bytes / 1e6), taken.files));
  if (taken.dropped > 0) say(text.dropped(taken.dropped));
  if (config.backupFolder === null) say(text.noLog);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
