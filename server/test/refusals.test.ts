import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusals } from '@minsheng/contract/refusals.ts';
import { expect, test } from 'vitest';
import { projectRoot, sourcesUnder } from './fences.ts';

/**
 * 每个拒绝都有测试, but what only a flood of requests or a machine without a browser brings on, and what stands behind a button
 * that is not shown.
 */
const untried = ['letters.no-printer', 'orders.export-secret', 'platform.too-many-requests'];

/** 超过上限: of lists longer than any test makes. */
const isFlood = (code: string): boolean => code.endsWith('too-many');

const codes = Object.keys(refusals);

/** Tests, stories, journeys and the table of permissions; this file names codes without trying them. */
function triedIn(): string {
  const sources = sourcesUnder('server', 'stories', 'journeys', 'console/src', 'citizen/src')
    .filter(({ path }) => path !== 'server/test/refusals.test.ts')
    .filter(({ path }) => /\.test\.tsx?$|^server\/test\/|^stories\/|^journeys\//.test(path));
  const table = readFileSync(join(projectRoot, 'docs/permissions.tsv'), 'utf8');
  return [table, ...sources.map(({ text }) => text)].join('\n');
}

test('every refusal is tried by some test, and said by the program', () => {
  const tried = triedIn();
  const missing = codes.filter((code) => !tried.includes(code) && !isFlood(code));
  expect(missing.toSorted()).toEqual(untried);
  const said = sourcesUnder('server/src').map(({ text }) => text);
  expect(codes.filter((code) => !said.some((text) => text.includes(`'${code}'`)))).toEqual([]);
});

test('a refusal is a whole sentence for people, without a code or a foreign word for what to do', () => {
  const wrong = Object.entries(refusals).filter(
    ([, [, sentence]]) => !/[一-鿿].*。$/.test(sentence),
  );
  expect(wrong).toEqual([]);
});
