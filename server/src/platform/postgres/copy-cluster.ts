import { mkdirSync } from 'node:fs';
import { constants, copyFile, open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { systemClock } from '../clock.ts';
import type { Log } from './log.ts';
import { findPlace } from './place.ts';
import { socketPort } from './settings.ts';

/** What a copy of a living cluster is good for: any instant from `until` on. */
export interface CopiedCluster {
  /** The copy's own end, by the clock of this machine and its database: the earliest instant it can be brought to. */
  readonly until: Date;
  /** The first piece of log it needs. */
  readonly firstLog: string;
  readonly bytes: number;
}

/** Filled anew at every start, or about processes that are no more; the log is copied apart. */
const emptied = new Set([
  'pg_wal',
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const leftOut =
  /^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init.*|backup_label.*|tablespace_map.*)$/;
const logName = /^[0-9A-F]{24}$/;

/**
 * 基础备份 of the running database of a data folder, into an empty folder. The database says where the copy begins and
 * ends; a slot of this connection keeps the log between, which goes along, so that the copy stands by itself.
 */
export async function copyCluster(
  dataFolder: string,
  target: string,
  log: Log,
): Promise<CopiedCluster> {
  const { cluster, socketFolder } = findPlace(dataFolder, log);
  const client = new Client({
    host: socketFolder,
    port: socketPort,
    user: 'postgres',
    database: 'postgres',
  });
  await client.connect();
  try {
    await client.query(
      "select pg_create_physical_replication_slot('minsheng_backup_' || pg_backend_pid(), true, true)",
    );
    const { rows: begun } = await client.query<{ first: string }>(
      "select pg_walfile_name(pg_backup_start('minsheng', true)) as first",
    );
    const first = begun[0]?.first ?? '';
    let bytes = await copyFolder(cluster, target);
    const { rows: ended } = await client.query<Ended>(
      'select pg_walfile_name(lsn) as last, labelfile from pg_backup_stop(false)',
    );
    const [end] = ended;
    if (!end) throw new Error('The database did not say where the copy ends.');
    const until = systemClock.now();
    await writeDurably(join(target, 'backup_label'), end.labelfile);
    bytes += await copyLog(cluster, target, { first, last: end.last });
    return { until, firstLog: first, bytes };
  } finally {
    await client.end();
  }
}

interface Ended {
  readonly last: string;
  readonly labelfile: string;
}

async function copyFolder(from: string, to: string): Promise<number> {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  let bytes = 0;
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (leftOut.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      if (emptied.has(entry.name)) mkdirSync(target, { mode: 0o700 });
      else bytes += await copyFolder(source, target);
    } else if (entry.isFile()) bytes += await copyDurably(source, target);
  }
  return bytes;
}

async function copyLog(
  cluster: string,
  target: string,
  { first, last }: { first: string; last: string },
): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(join(cluster, 'pg_wal'))) {
    if (!logName.test(name) || name < first || name > last) continue;
    bytes += await copyDurably(join(cluster, 'pg_wal', name), join(target, 'pg_wal', name));
  }
  return bytes;
}

/** On the disk when it returns. A file that went away meanwhile is one the log tells of. */
async function copyDurably(source: string, target: string): Promise<number> {
  try {
    await copyFile(source, target, constants.COPYFILE_FICLONE);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
  const file = await open(target, 'r+');
  try {
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

async function writeDurably(path: string, words: string): Promise<void> {
  await writeFile(path, words, { mode: 0o600, flush: true });
}
