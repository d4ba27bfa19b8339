import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

// npm run long [-- --runs 400 --seed 7]: the random lives of `npm test`, many more of them and others each time the seed
// is another. A failure prints the seed and the steps, so that it comes back whenever it is asked for.

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '400' }, seed: { type: 'string', default: '1' } },
});
const numbers = [values.runs, values.seed].map(Number);
if (numbers.some((each) => !Number.isInteger(each) || each < 1)) {
  process.stderr.write('usage: npm run long -- --runs 400 --seed 1\n');
  process.exit(2);
}
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const walks = ['server/test/random-walk.test.ts', 'server/src/modules/desk/counters-walk.test.ts'];
const { status } = spawnSync(process.execPath, [vitest, 'run', ...walks], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, WALK_RUNS: values.runs, WALK_SEED: values.seed },
});
process.exitCode = status ?? 1;
