import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modules } from '../src/modules.ts';
import { projectRoot } from './fences.ts';

const map = readFileSync(join(projectRoot, 'MAP.md'), 'utf8');

/** What stands in backticks and looks like a path: a slash in it, or a file's ending. */
function pathsIn(page: string): string[] {
  const quoted = [...page.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);
  return quoted.filter(
    (words) => /^[\w./-]+$/.test(words) && /\/|\.(ts|tsx|mjs|md|tsv|json)$/.test(words),
  );
}

const missingIn = (page: string): string[] =>
  pathsIn(page).filter((path) => path !== 'policy.ts' && !existsSync(join(projectRoot, path)));

const unnamedIn = (page: string): string[] =>
  Object.keys(modules).filter((name) => !page.includes(`server/src/modules/${name}/`));

test('every path of MAP.md exists', () => {
  expect(pathsIn(map).length).toBeGreaterThan(50);
  expect(missingIn(map)).toEqual([]);
});

test('MAP.md names every module', () => {
  expect(unnamedIn(map)).toEqual([]);
});

test('the checks bite', () => {
  expect(missingIn('`server/src/nowhere.ts` and `docs/none/`')).toHaveLength(2);
  expect(unnamedIn(map.replaceAll('server/src/modules/issues/', ''))).toEqual(['issues']);
});
