import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, startDatabase } from './index.ts';
import { isRunning } from './process-identity.ts';

const program = new URL('./testing/hold-database.ts', import.meta.url).pathname;
const said: string[] = [];
const log = { info: (s: string) => void said.push(s), warn: (s: string) => void said.push(s) };
const folders: string[] = [];
const holders: ChildProcess[] = [];

afterAll(async () => {
  for (const holder of holders) if (holder.exitCode === null) holder.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'minsheng-database-'));
  folders.push(folder);
  return folder;
}

/** Another program of ours on the folder; answers the line it prints once its database is up, or why it is not. */
async function hold(dataFolder: string): Promise<{ child: ChildProcess; answer: string }> {
  const child = spawn(process.execPath, [program, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  holders.push(child);
  const lines = createInterface({ input: child.stdout });
  const [answer] = await once(lines, 'line');
  return { child, answer: String(answer) };
}

async function until(isTrue: () => boolean | Promise<boolean>, seconds = 10): Promise<void> {
  const from = performance.now();
  while (!(await isTrue())) {
    if (performance.now() - from > seconds * 1000) throw new Error('it did not happen in time');
    await pause(20);
  }
}

async function ask(database: Database, sql: string): Promise<unknown[]> {
  const client = new Client(database.connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

describe('one database, used and hurt', () => {
  const dataFolder = newFolder();
  let database: Database;

  beforeAll(async () => {
    database = await startDatabase({ dataFolder, log });
    return () => database.stop();
  }, 30_000);

  test('it is durable, UTF-8, reached only by socket, and sorts Chinese by pinyin when asked', async () => {
    expect(
      await ask(database, "select current_setting('fsync'), current_setting('listen_addresses')"),
    ).toEqual(['on', '']);
    expect(
      await ask(database, "select current_setting('server_encoding'), current_setting('TimeZone')"),
    ).toEqual(['UTF8', 'UTC']);
    const sorted = `select x from unnest(array['重','哈','漳']) x order by x collate "zh-x-icu"`;
    expect(await ask(database, sorted)).toEqual(['哈', '漳', '重']);
    expect(
      await ask(database, 'select rolsuper from pg_roles where rolname = current_user'),
    ).toEqual([false]);
  });

  test('its folders are closed to strangers', () => {
    expect(statSync(dataFolder).mode & 0o007).toBe(0);
    expect(statSync(join(dataFolder, 'postgres')).mode & 0o077).toBe(0);
  });

  test('the address given as text leads to the same database', async () => {
    const client = new Client({ connectionString: database.connectionString });
    await client.connect();
    const { rows } = await client.query('select current_database() as name');
    await client.end();
    expect(rows).toEqual([{ name: 'minsheng' }]);
  });

  test('killed, it comes back by itself with everything that was said yes to', async () => {
    await ask(database, 'create table kept (word text)');
    await ask(database, "insert into kept values ('民声')");
    const deaths: string[] = [];
    let returns = 0;
    database.onDeath((reason) => void deaths.push(reason));
    database.onReturn(() => {
      returns += 1;
    });
    const killed = database.pid() ?? 0;
    process.kill(killed, 'SIGKILL');
    await until(() => returns === 1, 20);
    expect(deaths[0]).toContain('SIGKILL');
    expect(database.isUp()).toBe(true);
    expect(database.pid()).not.toBe(killed);
    expect(await ask(database, 'select word from kept')).toEqual(['民声']);
  }, 30_000);

  test('a second program on the same folder is refused, with the number of the first', async () => {
    const { answer } = await hold(dataFolder);
    expect(answer).toContain('正被另一个程序使用');
    expect(answer).toContain('in use by another program');
    expect(answer).toContain(String(process.pid));
    expect(await ask(database, 'select 1')).toEqual([1]);
  }, 20_000);
});

describe('a program that is killed', () => {
  const dataFolder = newFolder();

  test('its database stops by itself, and the next program finds its rows', async () => {
    const first = await hold(dataFolder);
    const pid = Number(first.answer);
    expect(isRunning(pid)).toBe(true);
    first.child.kill('SIGKILL');
    await until(() => !isRunning(pid));

    const database = await startDatabase({ dataFolder, log });
    expect(await ask(database, 'select word from held')).toEqual(['民声']);
    await database.stop();
    expect(existsSync(join(dataFolder, 'minsheng.lock'))).toBe(false);
  }, 30_000);

  test('a database it left running is stopped by the next program', async () => {
    const first = await hold(dataFolder);
    const pid = Number(first.answer);
    // A stopped watcher cannot do its work, so the database really is an orphan.
    process.kill(watcherOf(pid), 'SIGKILL');
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    expect(isRunning(pid)).toBe(true);

    said.length = 0;
    const database = await startDatabase({ dataFolder, log });
    expect(said.join()).toContain(`(进程 ${pid})`);
    expect(isRunning(pid)).toBe(false);
    expect(await ask(database, 'select word from held')).toEqual(['民声']);
    await database.stop();
    expect(isRunning(database.pid() ?? 0)).toBe(false);
  }, 30_000);

  test('of several programs that find a dead lock at once, exactly one gets the folder', async () => {
    // Our own number, but another start: what a lock looks like whose number was given again.
    const dead = JSON.stringify({ pid: process.pid, identity: 'an earlier boot' });
    writeFileSync(join(dataFolder, 'minsheng.lock'), dead);
    const rivals = await Promise.all([hold(dataFolder), hold(dataFolder), hold(dataFolder)]);
    const winners = rivals.filter(({ answer }) => /^\d+$/.test(answer));
    expect(winners).toHaveLength(1);
    const refused = rivals.filter(({ answer }) => answer.includes('正被另一个程序使用'));
    expect(refused).toHaveLength(2);
    for (const { child } of winners) child.kill('SIGKILL');
    await until(() => !isRunning(Number(winners[0]?.answer)));
  }, 30_000);
});

// Only root can be shut out by a folder that is its own: the database then runs as somebody else.
test.runIf(process.getuid?.() === 0)(
  'below a folder of root’s own the database is kept where its user can reach it',
  async () => {
    const dataFolder = join(newFolder(), 'deeper');
    const first = await startDatabase({ dataFolder, log, isDisposable: true });
    const home = readlinkSync(join(dataFolder, 'postgres'));
    folders.push(home);
    await ask(first, 'create table kept (word text)');
    await first.stop();

    const second = await startDatabase({ dataFolder, log, isDisposable: true });
    expect(await ask(second, 'select count(*)::int from kept')).toEqual([0]);
    expect(statSync(home).mode & 0o077).toBe(0);
    await second.stop();
  },
  30_000,
);

/** The watcher is the shell of the database's own session that is not the database. */
function watcherOf(postmaster: number): number {
  const { stdout } = spawnSync('pgrep', ['-s', String(postmaster), '-x', 'sh'], {
    encoding: 'utf8',
  });
  return Number(stdout.trim());
}
