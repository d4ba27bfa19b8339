import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from './fences.ts';

// The first fence is the linter's: planted files are linted by the project's own rules to see that they still bite.
const planted = {
  'contract/src/a.ts':
    "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
  'contract/src/b.ts': "import { z } from 'zod';\nexport const kept = z.string();\n",
  'console/src/a.ts':
    "import { createHash } from 'node:crypto';\nexport const digest = createHash;\n",
  'console/src/b.ts': "import { orders } from '@minsheng/contract';\nexport const all = orders;\n",
  'citizen/src/a.ts':
    "import { orders } from '../../server/src/modules/orders/index.ts';\nexport const all = orders;\n",
  'server/src/one.ts':
    "import type { Two } from './two.ts';\nexport interface One {\n  two: Two;\n}\n",
  'server/src/two.ts':
    "import type { One } from './one.ts';\nexport interface Two {\n  one: One;\n}\n",
} as const;

const report = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), location: z.object({ path: z.string() }) }),
  ),
});

let folder: string;
let found: string[];
beforeAll(async () => {
  // Below the project's root, so that its rules apply.
  folder = mkdtempSync(join(projectRoot, 'server/test/.planted-'));
  for (const [name, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ root: false, extends: '//' }));
  found = await lint();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the linter finds, as `rule file`. */
async function lint(): Promise<string[]> {
  const biome = join(projectRoot, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--vcs-use-ignore-file=false', '--reporter=json', folder];
  const ended: { stdout: string } = await promisify(execFile)(process.execPath, args, {
    cwd: projectRoot,
  }).catch((error) => error);
  return report
    .parse(JSON.parse(ended.stdout))
    .diagnostics.map(
      ({ category, location }) =>
        `${category.split('/').at(-1)} ${relative(folder, join(projectRoot, location.path))}`,
    )
    .toSorted();
}

test('what crosses the linter’s fence is found, and nothing else', () => {
  expect(found).toEqual([
    'noImportCycles server/src/one.ts',
    'noImportCycles server/src/two.ts',
    'noRestrictedImports citizen/src/a.ts',
    'noRestrictedImports console/src/a.ts',
    'noRestrictedImports contract/src/a.ts',
  ]);
});
