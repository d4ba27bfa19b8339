import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ModuleWords, modules, tiers } from '../src/modules.ts';
import {
  bannedWords,
  besideCycles,
  brokenDoors,
  clocksInSql,
  longFiles,
  neverRead,
  pastTheOutwardDoor,
  projectRoot,
  type Source,
  siblingFeatures,
  sourcesUnder,
  upwardImports,
} from './fences.ts';

const server = sourcesUnder('server/src');
const everything = [...server, ...sourcesUnder('contract/src', 'server/test')];
const scripts = sourcesUnder('scripts');
const pages = sourcesUnder('console/src', 'citizen/src');
const migrations = readdirSync(join(projectRoot, 'server/migrations')).map((name) => ({
  path: `server/migrations/${name}`,
  text: readFileSync(join(projectRoot, 'server/migrations', name), 'utf8'),
}));
const planted = (path: string, text: string): Source[] => [{ path, text }];

describe('doors and tiers', () => {
  test('every import between modules goes through a door that is open', () => {
    expect(brokenDoors(server)).toEqual([]);
  });

  test('the fence bites: past the door, upward, to a stranger', () => {
    const file = 'server/src/modules/orders/planted.ts';
    const imports = (target: string) =>
      brokenDoors(planted(file, `import type { X } from '${target}';`));
    expect(imports('../text/bigrams.ts')).toEqual([expect.stringContaining('past its door')]);
    expect(imports('../dispatch/index.ts')).toEqual([
      expect.stringContaining('orders may not enter dispatch'),
    ]);
    expect(imports('../shop/index.ts')).toEqual([expect.stringContaining('not in modules.ts')]);
    expect(imports('../text/index.ts')).toEqual([]);
    expect(brokenDoors(planted('server/src/modules/shop/a.ts', ''))).toEqual([
      expect.stringContaining('shop'),
    ]);
    const dynamic = planted(file, "const { x } = await import('../dispatch/index.ts');");
    expect(brokenDoors(dynamic)).toHaveLength(1);
  });

  test('the ground leans on nothing above it', () => {
    expect(upwardImports(everything)).toEqual([]);
    const up = "import { findVisible } from '../modules/orders/index.ts';";
    expect(upwardImports(planted('server/src/platform/planted.ts', up))).toHaveLength(1);
    const server = "import { transact } from '../../server/src/platform/transact.ts';";
    expect(upwardImports(planted('contract/src/planted.ts', server))).toHaveLength(1);
  });

  test('the web is asked by one door only', () => {
    expect(pastTheOutwardDoor(server)).toEqual([]);
    for (const text of [
      'await fetch(url)',
      "import { get } from 'node:https';",
      "import { request } from 'undici';",
      "import { createServer, get } from 'node:http';",
    ])
      expect(pastTheOutwardDoor(planted('server/src/ports/a.ts', text)), text).toHaveLength(1);
    for (const text of ['tree.prefetch(url)', "import { createServer, type A } from 'node:http';"])
      expect(pastTheOutwardDoor(planted('server/src/a.ts', text)), text).toEqual([]);
  });

  test('what registers itself is read by the program', () => {
    const start = 'server/src/main.ts';
    expect(neverRead(server, start)).toEqual([]);
    const path = 'server/src/modules/orders/planted.ts';
    const forgotten = planted(path, 'handle(look, (ctx) => lookAround(ctx));\n');
    expect(neverRead(forgotten, start)).toEqual([expect.stringContaining(path)]);
    const main = planted(start, "import './modules/orders/planted.ts';");
    expect(neverRead([...forgotten, ...main], start)).toEqual([]);
  });

  test('what stands beside each other is of one tier and runs in no circle', () => {
    expect(besideCycles()).toEqual([]);
    const all: Record<string, ModuleWords> = modules;
    for (const { tier, beside } of Object.values(all)) {
      expect(tiers).toContain(tier);
      for (const name of beside) expect(all[name]?.tier, name).toBe(tier);
    }
  });

  test('a feature of the pages knows no other', () => {
    expect(siblingFeatures(pages)).toEqual([]);
    const text = "import { dispatchText } from '../dispatch/text.ts';";
    expect(siblingFeatures(planted('console/src/features/handling/a.tsx', text))).toHaveLength(1);
    expect(siblingFeatures(planted('console/src/features/dispatch/a.tsx', text))).toEqual([]);
    const below = "import { Review } from '../features/review/page.tsx';";
    expect(siblingFeatures(planted('console/src/ui/a.tsx', below))).toHaveLength(1);
    expect(siblingFeatures(planted('console/src/shell/router.tsx', below))).toEqual([]);
  });

  test('every module has a door and says what it is for', () => {
    const folders = readdirSync(join(projectRoot, 'server/src/modules'));
    const missing = folders.flatMap((name) =>
      ['index.ts', 'README.md']
        .filter((file) => !existsSync(join(projectRoot, 'server/src/modules', name, file)))
        .map((file) => `${name}/${file}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('how code reads', () => {
  test('no file is longer than a few screens', () => {
    expect(longFiles(everything)).toEqual([]);
    expect(longFiles(planted('server/src/a.ts', '\n'.repeat(400)))).toHaveLength(1);
  });

  test('one clock, one zone, no default exports, no enums, no empty names', () => {
    expect(bannedWords([...everything, ...pages])).toEqual([]);
    for (const text of [
      'const at = new Date();',
      'const at = new Date;',
      'const at = Date();',
      'Date.now()',
      'performance.timeOrigin + performance.now()',
      "Date.parse('2026-01-01T00:00:00+08:00')",
      'export default 1',
      'enum A {}',
      'class OrderService {}',
    ]) {
      expect(bannedWords(planted('server/src/a.ts', text)), text).toHaveLength(1);
    }
    expect(bannedWords(planted('server/src/a.ts', 'const at = new Date(said);'))).toEqual([]);
  });

  test('no statement asks the database for the time', () => {
    expect(clocksInSql([...server, ...scripts, ...migrations])).toEqual([]);
    for (const [file, statement] of [
      ['server/migrations/9999_planted.sql', 'at timestamptz default now()'],
      ['server/src/a.ts', 'sql<Row>`select current_date`'],
      ['server/src/a.ts', "pool.query('select now()')"],
      ['server/src/a.ts', "sql.raw('select clock_timestamp()')"],
      ['scripts/a.ts', 'pool.query(`select id, CURRENT_TIMESTAMP`)'],
    ] as const)
      expect(clocksInSql(planted(file, statement)), statement).toHaveLength(1);
    const ours = '// not now()\ninterface Clock { now(): Date }\nconst at = clock.now();';
    expect(clocksInSql(planted('server/src/a.ts', ours))).toEqual([]);
  });
});
