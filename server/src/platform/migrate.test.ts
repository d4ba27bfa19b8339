import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { migrate } from './migrate.ts';
import { createDatabase, dropDatabase, freeName } from './testing/test-cluster.ts';

const now = new Date('2026-03-02T01:00:00Z');
let folder: string;
let name: string;
let pool: pg.Pool;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minsheng-migrations-'));
  name = freeName();
  await createDatabase({ ...inject('cluster'), database: 'template0' }, name);
  pool = new pg.Pool({ ...inject('cluster'), database: name });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  write('0001_first.sql', 'create schema shop; create table shop.a (n int);');
});
afterEach(async () => {
  await pool.end();
  await dropDatabase(inject('cluster'), name);
  rmSync(folder, { recursive: true });
});

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

test('files run in order, once, and two processes that start together share the work', async () => {
  write('0002_second.sql', 'insert into shop.a values (1);');
  const ran = await Promise.all([migrate(pool, now, folder), migrate(pool, now, folder)]);
  expect(ran.flat()).toEqual(['0001_first.sql', '0002_second.sql']);
  write('0003_third.sql', 'insert into shop.a values (2);');
  expect(await migrate(pool, now, folder)).toEqual(['0003_third.sql']);
  expect((await pool.query('select n from shop.a order by n')).rows).toEqual([{ n: 1 }, { n: 2 }]);
});

test('a file changed after it ran, or numbered before one that ran, is refused', async () => {
  write('0003_third.sql', 'select 1');
  await migrate(pool, now, folder);
  write('0002_late.sql', 'select 1');
  await expect(migrate(pool, now, folder)).rejects.toThrow('0002_late.sql');
  rmSync(join(folder, '0002_late.sql'));
  write('0001_first.sql', 'create schema shop;');
  await expect(migrate(pool, now, folder)).rejects.toThrow('changed');
});

test('a file that fails leaves nothing of itself', async () => {
  write('0002_broken.sql', 'insert into shop.a values (1); select no_such_thing;');
  await expect(migrate(pool, now, folder)).rejects.toThrow('0002_broken.sql');
  expect((await pool.query('select n from shop.a')).rows).toEqual([]);
  write('0002_broken.sql', 'insert into shop.a values (3);');
  expect(await migrate(pool, now, folder)).toEqual(['0002_broken.sql']);
});
