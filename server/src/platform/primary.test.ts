import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from './db.ts';
import { createLog } from './log.ts';
import { type Database as Cluster, startDatabase } from './postgres/index.ts';
import { addressesOf, findPrimary, followPrimary } from './primary.ts';

describe('several servers in one address', () => {
  test('each is an address, and what only libpq understands is left out', () => {
    expect(
      addressesOf('postgresql://a:b@one:5432,two:5433/m?target_session_attrs=read-write'),
    ).toEqual(['postgresql://a:b@one:5432/m', 'postgresql://a:b@two:5433/m']);
    expect(addressesOf('postgres://one,two/m?target_session_attrs=any&sslmode=require')).toEqual([
      'postgres://one/m?sslmode=require',
      'postgres://two/m?sslmode=require',
    ]);
  });

  test('one server stays as it is written', () => {
    for (const url of ['postgresql://a@one/m?sslmode=require', 'postgresql:///m?host=%2Ftmp%2Fa,b'])
      expect(addressesOf(url)).toEqual([url]);
  });
});

describe('the one that takes changes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'minsheng-primary-'));
  let other: Cluster;
  const here = () => {
    const { host, user } = inject('cluster');
    // Not the template: whoever is connected to it keeps others from copying it.
    return `postgresql://${user}@localhost/postgres?host=${encodeURIComponent(host)}`;
  };
  const nobody = 'postgresql://nobody@127.0.0.1:9/none';

  beforeAll(async () => {
    other = await startDatabase({
      dataFolder: folder,
      log: createLog('silent'),
      isDisposable: true,
    });
  });
  afterAll(async () => {
    await other.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is found behind one that is away; where none is there, none is found', async () => {
    expect(await findPrimary([nobody, here()])).toBe(here());
    expect(await findPrimary([nobody])).toBeNull();
  });

  test('is moved to, and whoever waits at the one before hears of it at once', async () => {
    const db = openDatabase({ connectionString: here() }, createLog('silent'));
    const listening = db.ownClient();
    listening.on('error', () => {});
    const isLost = new Promise<void>((resolve) => listening.once('end', resolve));
    await listening.connect();
    const waiting = db.pool.query('select pg_sleep(600)').catch((error: Error) => error.message);
    await pause(200);
    const from = performance.now();
    db.moveTo(other.connectionString);
    expect(await waiting).toMatch(/^Connection terminated/);
    await isLost;
    expect(performance.now() - from).toBeLessThan(5000);
    const { rows } = await db.pool.query('select current_setting($1) as folder', [
      'unix_socket_directories',
    ]);
    expect(rows[0]?.folder).toContain(folder);
    await db.stop();
  });

  test('is followed: once the first is away and the second is there, the program is told of it once', async () => {
    const moved: string[] = [];
    const life = followPrimary([nobody, here()], nobody, (address) => moved.push(address));
    const end = performance.now() + 15_000;
    while (moved.length === 0 && performance.now() < end) await pause(50);
    await pause(2500);
    await life.stop();
    expect(moved).toEqual([here()]);
  });
});
