import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/db.ts';
import { openClock, recognise } from '../platform/installation.ts';
import { openKeys } from '../platform/key-file.ts';
import { createLog } from '../platform/log.ts';
import { migrate } from '../platform/migrate.ts';
import { type Database, logFolderOf, startDatabase } from '../platform/postgres/index.ts';
import { testCity } from '../platform/testing/test-city.ts';
import { folderStorage, mirroredStorage } from '../ports/storage/index.ts';
import { claimBackups, filesFolderOf, keptBackups, uploadPath } from './kept-backups.ts';
import { restoreBackup } from './restore-backup.ts';
import { takeBackup } from './take-backup.ts';

const log = createLog('silent');
const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'minsheng-backup-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** One statement on the cluster, as the owner of our database. */
async function ask<Row extends object>(
  { connection }: Pick<Database, 'connection'>,
  words: string,
): Promise<Row[]> {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query<Row>(words)).rows;
  } finally {
    await client.end();
  }
}

const wordsIn = async (database: Database) =>
  (await ask<{ word: string }>(database, 'select word from kept order by word')).map(
    ({ word }) => word,
  );

async function upload(dataFolder: string, backupFolder: string, words: string): Promise<string> {
  const keys = openKeys(dataFolder);
  const own = folderStorage(join(dataFolder, 'files'), keys);
  const storage = mirroredStorage(own, folderStorage(filesFolderOf(backupFolder), keys), log);
  const received = await storage.receive(
    (async function* bytes() {
      yield Buffer.from(words);
    })(),
    1000,
  );
  await received.keep();
  return received.digest;
}

const digestOf = (words: string): string => createHash('sha256').update(words).digest('hex');

describe('a living database, backed up and brought back', () => {
  const [dataFolder, backupFolder] = [newFolder(), newFolder()];
  const keysFile = join(dataFolder, 'keys.json');
  const shared = { city: 'zhangzhou', dataFolder, backupFolder, log };
  let database: Database;
  let middle: Date;

  beforeAll(async () => {
    claimBackups(backupFolder, dataFolder);
    database = await startDatabase({ dataFolder, backupFolder, log });
    const db = openDatabase(database.connection, log);
    await migrate(db.pool, systemClock.now());
    await openClock(db, 'system', null);
    await recognise(db, { city: testCity, keys: openKeys(dataFolder) });
    await db.stop();
    await ask(database, "create table kept (word text); insert into kept values ('1 before')");
    await upload(dataFolder, backupFolder, 'photo before');
    await takeBackup({ ...shared, keep: null });
    await ask(database, "insert into kept values ('2 between')");
    await upload(dataFolder, backupFolder, 'photo after');
    middle = systemClock.now();
    await pause(20);
    await ask(database, "insert into kept values ('3 after')");
    // What nobody asked for any more is archived when it stops: the last piece of the log is closed.
    await database.stop();
  }, 120_000);

  test('any instant since the backup comes back, whole, and nothing of later', async () => {
    const to = newFolder();
    const restored = await restoreBackup({
      backupFolder,
      at: middle,
      dataFolder: to,
      keysFile,
      log,
    });
    expect(restored).toMatchObject({ reached: true, missingFiles: 0, verdict: { broken: [] } });
    const again = await startDatabase({ dataFolder: to, log });
    expect(await wordsIn(again)).toEqual(['1 before', '2 between']);
    await again.stop();
    const files = folderStorage(join(to, 'files'), openKeys(to));
    for (const words of ['photo before', 'photo after']) {
      expect(readFileSync(uploadPath(join(to, 'files'), digestOf(words))).includes(words)).toBe(
        false,
      );
      expect(String(await files.read(digestOf(words)))).toBe(words);
    }
  }, 60_000);

  test('without an instant everything that was written comes back; an instant after it says so', async () => {
    for (const at of [null, new Date(systemClock.now().getTime() + 3_600_000)]) {
      const to = newFolder();
      const restored = await restoreBackup({ backupFolder, at, dataFolder: to, keysFile, log });
      expect(restored.reached).toBe(at === null);
      const again = await startDatabase({ dataFolder: to, log });
      expect(await wordsIn(again)).toEqual(['1 before', '2 between', '3 after']);
      await again.stop();
    }
  }, 60_000);

  test('refuses what could not be right, before anything is written', async () => {
    const wanted = { backupFolder, at: null, dataFolder: newFolder(), keysFile, log };
    const early = new Date('2020-01-01T00:00:00Z');
    await expect(restoreBackup({ ...wanted, at: early })).rejects.toThrow('最早只能恢复到');
    await expect(restoreBackup({ ...wanted, keysFile: null })).rejects.toThrow('备份里没有密钥');
    await expect(restoreBackup({ ...wanted, dataFolder })).rejects.toThrow('不会覆盖');
    await expect(restoreBackup({ ...wanted, backupFolder: newFolder() })).rejects.toThrow(
      '还没有备份',
    );
    expect(readdirSync(wanted.dataFolder)).toEqual([]);
    expect(() => claimBackups(backupFolder, newFolder())).toThrow('属于另一个数据文件夹');
  });

  test('keys of another installation are named as such', async () => {
    const to = newFolder();
    openKeys(to);
    const wanted = { backupFolder, at: null, dataFolder: to, keysFile: null, log };
    await expect(restoreBackup(wanted)).rejects.toThrow('不是这个数据库的密钥');
  }, 30_000);

  test('a kept number of backups: the older ones go with the log and the uploads only they need', async () => {
    rmSync(uploadPath(join(dataFolder, 'files'), digestOf('photo before')));
    const pieces = () => readdirSync(logFolderOf(backupFolder)).length;
    const [first] = keptBackups(backupFolder);
    const before = pieces();
    const taken = await takeBackup({ ...shared, keep: 1 });
    expect(taken.dropped).toBe(1);
    expect(keptBackups(backupFolder).map(({ folder }) => folder)).toEqual([taken.folder]);
    expect(first?.folder).not.toBe(taken.folder);
    expect(pieces()).toBeLessThan(before + 1);
    const kept = folderStorage(filesFolderOf(backupFolder), openKeys(dataFolder));
    await expect(kept.read(digestOf('photo before'))).rejects.toThrow('ENOENT');
    expect(String(await kept.read(digestOf('photo after')))).toBe('photo after');
  }, 30_000);

  test('a backup alone, without any archived log, comes back to where it ended', async () => {
    rmSync(logFolderOf(backupFolder), { recursive: true });
    const to = newFolder();
    await restoreBackup({ backupFolder, at: null, dataFolder: to, keysFile, log });
    const again = await startDatabase({ dataFolder: to, log });
    expect(await wordsIn(again)).toEqual(['1 before', '2 between', '3 after']);
    await again.stop();
  }, 30_000);
});

test('a backup folder that takes nothing stops no upload', async () => {
  const [dataFolder, full] = [newFolder(), join(newFolder(), 'a-file-not-a-folder')];
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, '');
  const digest = await upload(dataFolder, full, 'photo');
  const files = folderStorage(join(dataFolder, 'files'), openKeys(dataFolder));
  expect(String(await files.read(digest))).toBe('photo');
});
