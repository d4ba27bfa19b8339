import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from './fences.ts';

// The third fence is the compiler's own: planted files are compiled to see that it still bites.
const planted = {
  own: "await tablesOf<'platform'>(tx).selectFrom('platform.alarm').select('key').execute();",
  foreign: "await tablesOf<'platform'>(tx).selectFrom('orders.order').select('id').execute();",
  stranger: "tablesOf<'shop'>(tx);",
  reading: "await readerOf(tx).selectFrom('orders.order').select('id').execute();",
  writing: "await readerOf(tx).deleteFrom('orders.order').execute();",
} as const;

/** A compiler of its own, beside all the other tests. */
const compileMs = 240_000;

let folder: string;
let errors: string;
beforeAll(async () => {
  // Below the project's root, so that packages and the base settings are found.
  folder = mkdtempSync(join(projectRoot, 'server/test/.planted-'));
  for (const [name, statement] of Object.entries(planted)) {
    writeFileSync(join(folder, `${name}.ts`), aFile(statement));
  }
  const settings = { extends: '../../../tsconfig.json', include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  errors = await compile();
}, compileMs);
afterAll(() => rmSync(folder, { recursive: true }));

const aFile = (statement: string): string => `
import { readerOf, tablesOf, type Tx } from '../../src/platform/db.ts';
export async function planted(tx: Tx): Promise<void> {
  ${statement}
  return [tx, readerOf, tablesOf].length > 0 ? undefined : undefined;
}
`;

function compile(): Promise<string> {
  const tsc = join(projectRoot, 'node_modules/typescript/bin/tsc');
  return promisify(execFile)(process.execPath, [tsc, '-p', folder]).then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  );
}

const errorsIn = (name: keyof typeof planted): string =>
  errors
    .split('\n')
    .filter((line) => line.includes(`/${name}.ts(`))
    .join('\n');

test('a module’s own table compiles; another module’s, or a module that is none, does not', () => {
  expect(errorsIn('own')).toBe('');
  expect(errorsIn('foreign')).toContain('"orders.order"');
  expect(errorsIn('stranger')).toContain('"shop"');
});

test('a reader reads every table and writes none', () => {
  expect(errorsIn('reading')).toBe('');
  expect(errorsIn('writing')).toContain('deleteFrom');
});
