import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { assembly } from '../server/src/assembly.ts';
import { guessMapping } from '../server/src/import/guess-mapping.ts';
import { importFile } from '../server/src/import/import-file.ts';
import { fieldLabel, type Mapping, readMapping } from '../server/src/import/mapping.ts';
import { readConfig } from '../server/src/platform/config.ts';
import { createLog } from '../server/src/platform/log.ts';
import { prepare } from '../server/src/start.ts';

const usage =
  '用法: npm run import -- 文件.csv --mapping generic|auto [--source 名称] [--limit 500] [--dispatch] [--dry-run]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mapping: { type: 'string', default: 'generic' },
    source: { type: 'string' },
    limit: { type: 'string', default: '1000000' },
    dispatch: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
});
const [file] = positionals;
const limit = Number(values.limit);
if (file === undefined || !Number.isInteger(limit) || limit < 1) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}

const say = (line: string) => process.stdout.write(`${line}\n`);
try {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  const mapping = mappingNamed(values.mapping, path);
  for (const [field, heads] of Object.entries(mapping.columns))
    say(`${fieldLabel[field] ?? field} ← ${heads?.join('、')}`);
  if (values['dry-run']) process.exit(0);
  const { runtime, stop } = await prepare(
    readConfig({ MINSHENG_DEMO: 'accounts-only', ...process.env }, []),
    assembly,
    createLog('warn'),
    say,
  );
  try {
    const counts = await importFile(runtime, {
      file: path,
      mapping,
      source: values.source ?? mapping.name,
      limit,
      dispatches: values.dispatch,
      say,
    });
    if (counts.rejected > 0) say(`未能导入的行见 ${file}.rejected.csv`);
    say(JSON.stringify(counts));
  } finally {
    await stop();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

/** `auto` is known by the file itself; what its rows leave open goes to the matter of the generic mapping. */
function mappingNamed(name: string, path: string): Mapping {
  return name === 'auto' ? guessMapping(path, readMapping('generic').defaults) : readMapping(name);
}
