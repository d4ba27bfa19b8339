import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './fences.ts';

test('the table types are those of the migrations', () => {
  const verify = () =>
    execFileSync(process.execPath, [join(projectRoot, 'scripts/db-types.ts'), '--verify'], {
      stdio: 'pipe',
    });
  expect(verify, 'run: npm run db:types').not.toThrow();
});
