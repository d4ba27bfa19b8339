import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { text as logText } from '../server/src/audit/text.ts';
import { restoreBackup } from '../server/src/backup/index.ts';
import { text } from '../server/src/backup/text.ts';
import { readConfig } from '../server/src/platform/config.ts';
import { createLog } from '../server/src/platform/log.ts';

// npm run -s restore -- --to FOLDER --keys keys.json [--from BACKUPS] [--at INSTANT]: into a new data folder, verified.
// Ends with 1 when what came back does not agree with itself.

const say = (line: string) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    to: { type: 'string' },
    keys: { type: 'string' },
    from: { type: 'string' },
    at: { type: 'string' },
  },
});
const here = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);
const from =
  values.from === undefined ? readConfig(process.env, []).backupFolder : here(values.from);
const at = values.at === undefined ? null : new Date(values.at);
if (values.to === undefined || from === null || Number.isNaN(at?.getTime())) {
  process.stderr.write(`${text.usageRestore}\n`);
  process.exit(2);
}
try {
  const { reached, lastEvent, missingFiles, verdict } = await restoreBackup({
    backupFolder: from,
    at,
    dataFolder: here(values.to),
    keysFile: values.keys === undefined ? null : here(values.keys),
    log: createLog('warn'),
  });
  say(text.restored(lastEvent));
  if (!reached) say(text.short);
  if (missingFiles > 0) say(text.missing(missingFiles));
  say(logText.counts(verdict));
  for (const broken of verdict.broken) say(logText.broken(broken));
  say(verdict.broken.length === 0 ? logText.whole : logText.found(verdict.broken.length));
  process.exitCode = verdict.broken.length === 0 && missingFiles === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}
