import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot, sourcesUnder } from './fences.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

const pages = [
  ...namesIn('.'),
  ...namesIn('docs').map((name) => `docs/${name}`),
  ...namesIn('docs/decisions').map((name) => `docs/decisions/${name}`),
  'cities/README.md',
];

function namesIn(folder: string): string[] {
  return readdirSync(join(projectRoot, folder)).filter((name) => name.endsWith('.md'));
}

/** Links to files of this tree; the picture of the console is a file as well. */
function deadLinks(page: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.split('#')[0] ?? '')
    .filter((target) => target !== '' && !target.includes('://'))
    .filter((target) => !existsSync(join(projectRoot, dirname(page), target)))
    .map((target) => `${page}: ${target}`);
}

const scripts = new Set(Object.keys(JSON.parse(read('package.json')).scripts));

/** `npm run NAME` of a program that package.json does not know. */
const unknownPrograms = (page: string, text: string): string[] =>
  [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !scripts.has(name))
    .map((name) => `${page}: npm run ${name}`);

const sources = sourcesUnder('contract/src', 'server/src')
  .filter(({ path }) => !path.endsWith('.test.ts'))
  .map(({ text }) => text);

/** `server/…/some.test.ts` or a journey that is not there. */
const missingTests = (page: string, text: string): string[] =>
  [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.ts)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => /\.test\.ts$|^journeys\/|^stories\//.test(path))
    .filter((path) => !existsSync(join(projectRoot, path)))
    .map((path) => `${page}: ${path}`);

/** `POST /api/…` that no source declares. */
const unknownAddresses = (page: string, text: string): string[] =>
  [...text.matchAll(/\/api(\/[\w/:.-]*\w)/g)]
    .map(([, path = '']) => path)
    .filter(
      (path) =>
        !sources.some((source) => source.includes(`'${path}'`) || source.includes(`'/api${path}'`)),
    )
    .map((path) => `${page}: /api${path}`);

const settings = [
  ...read('server/src/platform/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): z/gm),
].map(([, name = '']) => name);

describe('what the documents say exists', () => {
  test('every link leads somewhere', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.flatMap((page) => deadLinks(page, read(page)))).toEqual([]);
    expect(deadLinks('README.md', '[a](docs/none.md) [b](https://example.org)')).toHaveLength(1);
  });

  test('every program can be run', () => {
    expect(pages.flatMap((page) => unknownPrograms(page, read(page)))).toEqual([]);
    expect(unknownPrograms('README.md', '`npm run -s nothing`')).toHaveLength(1);
  });

  test('every test that is to show something is there', () => {
    const security = 'docs/security.md';
    const rows = read(security).match(/^\|.*\.test\.ts`.*\|$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(30);
    expect(missingTests(security, read(security))).toEqual([]);
    expect(missingTests(security, '`server/test/none.test.ts`, `server/src/app.ts`')).toHaveLength(
      1,
    );
  });

  test('every address is served', () => {
    expect(pages.flatMap((page) => unknownAddresses(page, read(page)))).toEqual([]);
    expect(unknownAddresses('README.md', '`GET /api/nowhere`')).toHaveLength(1);
  });

  test('both READMEs explain every setting', () => {
    expect(settings).toContain('MINSHENG_CITY');
    for (const page of ['README.md', 'README.zh-CN.md']) {
      const text = read(page);
      expect(
        settings.filter((name) => !text.includes(`\`${name}\``)),
        page,
      ).toEqual([]);
    }
  });

  test('every decision stands in the list', () => {
    const list = read('docs/decisions/README.md');
    const files = namesIn('docs/decisions').filter((name) => /^\d{4}-/.test(name));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((name) => !list.includes(`(${name})`))).toEqual([]);
  });
});
