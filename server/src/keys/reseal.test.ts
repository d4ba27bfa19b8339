import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Database, openDatabase } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { addKey, keyIdsIn, keyPathOf, openKeys } from '../platform/key-file.ts';
import { createLog } from '../platform/log.ts';
import { decrypt, encrypt, type Keys, keyIdOf, keysFrom } from '../platform/secrets.ts';
import { testStart } from '../platform/testing/test-city.ts';
import { createDatabase, dropDatabase, freeName } from '../platform/testing/test-cluster.ts';
import { folderStorage } from '../ports/storage/index.ts';
import { forgetKey, keyUse, reseal, sealedColumns, sealFiles } from './index.ts';

const name = freeName();
const folder = mkdtempSync(join(tmpdir(), 'minsheng-reseal-'));
const uploads = join(folder, 'files');
const rowCount = 3000;
let db: Database;

const wordsOf = (no: number) => `甲 ${no}`;
const requesters = 'requesters.requester';

interface Kept {
  readonly name_enc: Buffer;
  readonly company_enc: Buffer | null;
}

const kept = async (): Promise<Kept[]> =>
  (await db.pool.query<Kept>(`select name_enc, company_enc from ${requesters} order by order_id`))
    .rows;

async function insert(keys: Keys, from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, no) => from + no);
  await db.pool.query(
    `insert into ${requesters} (city_id, order_id, kind, name_enc, company_enc, anonymous)
     select 3506, id, 'person', name, case when no % 3 = 0 then company end, false
     from unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::int[]) as row (id, name, company, no)`,
    [
      numbers.map((no) => newId(new Date(testStart.getTime() + no))),
      numbers.map((no) => encrypt(keys, wordsOf(no))),
      numbers.map((no) => encrypt(keys, wordsOf(-no))),
      numbers,
    ],
  );
}

beforeAll(async () => {
  const cluster = inject('cluster');
  await createDatabase(cluster, name);
  db = openDatabase({ ...cluster, database: name }, createLog('warn'));
  await db.ensureMonth(testStart);
  // The template is sealed with the key of the tests.
  const first = Buffer.alloc(32, 'minsheng-test').toString('base64');
  writeFileSync(keyPathOf(folder), JSON.stringify({ keys: { 1: first } }), { mode: 0o600 });
});
afterAll(async () => {
  await db?.stop();
  await dropDatabase(inject('cluster'), name);
  rmSync(folder, { recursive: true });
});

test('every column of bytes is either sealed and known here, or a digest or the like', async () => {
  const { rows } = await db.pool.query<{ table: string; column: string }>(
    `select n.nspname || '.' || c.relname as table, a.attname as column
     from pg_attribute as a
     join pg_class as c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
     join pg_namespace as n on n.oid = c.relnamespace
     where a.atttypid = 'bytea'::regtype and not a.attisdropped
       and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
     order by 1, a.attnum`,
  );
  const isDigest = ({ table, column }: { table: string; column: string }) =>
    /^(hash|prev_hash|sha256|digest|salt|archive_seal|key_mark)$|_(hash|index|digest)$/.test(
      column,
    ) ||
    // A keyed digest of a name; the digest of an end behind a channel; a learnt model.
    ['mechanisms.value.key', 'notices.carrier.target', 'learning.version.bytes'].includes(
      `${table}.${column}`,
    );
  const sealed = rows.filter((each) => !isDigest(each));
  const said = Object.entries(sealedColumns).flatMap(([table, columns]) =>
    columns.map((column) => `${table}.${column}`),
  );
  expect(sealed.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(said.sort());
});

describe('a key is rotated', () => {
  test('killed half-way it goes on, and both keys open meanwhile', async () => {
    const before = openKeys(folder);
    await insert(before, 0, rowCount);
    addKey(folder);
    const keys = openKeys(folder);
    await insert(keys, rowCount, rowCount + 10);
    let steps = 0;
    const dies = ({ table }: { table: string }) => {
      if (table === requesters) steps += 1;
      if (steps === 2) throw new Error('killed');
    };
    await expect(reseal({ db, keys, onProgress: dies })).rejects.toThrow('killed');
    const half = await kept();
    expect(new Set(half.map(({ name_enc }) => keyIdOf(name_enc)))).toEqual(new Set([1, 2]));
    expect(half.map(({ name_enc }) => decrypt(keys, name_enc))).toEqual(
      half.map((_, no) => wordsOf(no)),
    );
    await expect(forget(1, later())).rejects.toThrow('requesters.requester');

    const rows = await reseal({ db, keys, onProgress: () => {} });
    expect(rows).toBeGreaterThan(0);
    const whole = await kept();
    expect(whole.map(({ name_enc }) => decrypt(keys, name_enc))).toEqual(
      whole.map((_, no) => wordsOf(no)),
    );
    expect(whole.filter(({ company_enc }) => company_enc !== null)).toHaveLength(
      Math.ceil((rowCount + 10) / 3),
    );
    expect((await keyUse(db)).every(({ keyId }) => keyId === 2)).toBe(true);
    expect(await reseal({ db, keys, onProgress: () => {} })).toBe(0);
  });

  test('a row that somebody holds is waited for', async () => {
    const keys = openKeys(folder);
    const old = openKeys(folder).byId.get(1);
    if (!old) throw new Error('the first key is there');
    const sealedLate = encrypt({ ...keys, newest: old, byId: keys.byId, index: keys.index }, '迟');
    const client = await db.pool.connect();
    await client.query('begin');
    await client.query(
      `update ${requesters} set name_enc = $1
       where order_id = (select min(order_id::text)::uuid from ${requesters})`,
      [sealedLate],
    );
    await client.query('commit');
    await client.query('begin');
    await client.query(`select from ${requesters} for update`);
    const sealing = reseal({ db, keys, onProgress: () => {} });
    await pause(700);
    await client.query('commit');
    client.release();
    expect(await sealing).toBe(1);
    expect(decrypt(keys, (await kept())[0]?.name_enc ?? Buffer.of())).toBe('迟');
  });

  const later = () => new Date(Date.parse('2126-01-01'));
  test('files get the newest key too, and hold the older one back until they have', async () => {
    const keys = openKeys(folder);
    const older = keysFrom(mastersOf(1));
    const kept = folderStorage(uploads, older);
    const received = await kept.receive(only(Buffer.from('a photo')), 100);
    await received.keep();
    await expect(forget(1, later())).rejects.toThrow(uploads);
    const wanted = { db, keys, folder: uploads, isBackup: false, onProgress: () => {} };
    expect(await sealFiles(wanted)).toEqual({ sealed: 1, spoilt: [] });
    expect(String(await folderStorage(uploads, keys).read(received.digest))).toBe('a photo');
    await expect(kept.read(received.digest)).rejects.toThrow('not in the key file');
  });

  async function* only(bytes: Buffer) {
    yield bytes;
  }
  const mastersOf = (id: number): Record<string, string> => {
    const { keys } = JSON.parse(readFileSync(keyPathOf(folder), 'utf8'));
    return { [id]: keys[id] };
  };
  const forget = (keyId: number, now: Date) =>
    forgetKey({ db, dataFolder: folder, fileFolders: [uploads], keyId, now });

  test('the older key leaves when nothing is sealed with it, never the newest, never at once', async () => {
    await expect(forget(2, later())).rejects.toThrow('正在使用');
    await expect(forget(7, later())).rejects.toThrow('没有第 7 号');
    const changed = new Date('2026-03-02T01:00:00Z');
    utimesSync(keyPathOf(folder), changed, changed);
    await expect(forget(1, new Date('2026-03-02T01:09:00Z'))).rejects.toThrow('10 分钟');
    await forget(1, new Date('2026-03-02T01:10:00Z'));
    expect(keyIdsIn(folder)).toEqual([2]);
    const keys = openKeys(folder);
    expect(decrypt(keys, (await kept())[1]?.name_enc ?? Buffer.of())).toBe(wordsOf(1));
  });
});
