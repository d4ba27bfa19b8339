import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appeals } from '@minsheng/contract';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer } from '../../../test/kit.ts';
import { seal } from '../../platform/chain.ts';
import { doChores } from '../../platform/chores.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { folderAnchors, noAnchors } from '../../ports/anchors/index.ts';
import { pagesOfEvents } from '../read-log.ts';
import { verifyLog } from '../verify-log.ts';
import { takeAnchor, type Unanchored, verifyAnchors } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'minsheng-anchors-'));
const [own, second] = [join(folder, 'own'), join(folder, 'second')];
const both = folderAnchors(own, second);
let server: TestServer;
let stranger: pg.Client;
const ids: string[] = [];

async function anAppeal(): Promise<string> {
  const { orderNo, queryCode: code } = await server.call(appeals.sendAppeal, {
    content: '巷口的石凳断了一条腿',
    noticeRead: true,
  });
  await server.call(appeals.addToAppeal, { orderNo, code, content: '第二条也断了' });
  const { rows } = await stranger.query('select id from orders.order where order_no = $1', [
    orderNo,
  ]);
  return String(rows[0].id);
}

const cityId = () => server.runtime.city.cityId;

async function anchor(isOfAll = false) {
  await server.app.audit.flush();
  const { db, clock } = server.runtime;
  const until = clock.now();
  return takeAnchor({ pool: db.pool, anchors: both, cityId: cityId(), until, isOfAll });
}

async function found(anchors = both): Promise<readonly Unanchored[]> {
  const client = await server.runtime.db.pool.connect();
  const verdict = await verifyAnchors(client, anchors, cityId()).finally(() => client.release());
  return verdict.broken;
}

async function brokenChains(id: string): Promise<number> {
  const client = await server.runtime.db.pool.connect();
  const { broken } = await verifyLog(client).finally(() => client.release());
  return broken.filter((each) => each.id === id && each.what === 'chain').length;
}

beforeAll(async () => {
  server = await testServer();
  // Somebody who may do everything in the database: no trigger and no grant holds them back.
  stranger = new pg.Client({ ...server.runtime.db.pool.options, user: 'postgres' });
  await stranger.connect();
  await stranger.query('set session_replication_role = replica');
  for (let no = 0; no < 3; no += 1) ids.push(await anAppeal());
  await server.advance(2);
  await anchor();
  ids.push(await anAppeal());
  await server.advance(2);
  await anchor();
}, 150_000);
afterAll(async () => {
  await stranger?.end();
  await server?.stop();
  rmSync(folder, { recursive: true });
});

describe('what a chain cannot show by itself', () => {
  test('untouched, everything agrees; what grows afterwards is no disagreement', async () => {
    const orderId = ids[3] ?? '';
    expect(await found()).toEqual([]);
    expect(await anchor()).toBeNull();
    await anAppeal();
    await server.advance(1);
    expect(await found()).toEqual([]);
    const [first, next] = await both.lines();
    expect(JSON.parse(next ?? '')).toMatchObject({ no: 2, from: JSON.parse(first ?? '').until });
    expect(recordsIn(2)).toContain(orderId);
    expect(recordsIn(2)).not.toContain(ids[0]);
  });

  test('the last events of a chain are deleted: named, although the chain is whole', async () => {
    const id = ids[0] ?? '';
    const { rows } = await stranger.query(
      'delete from platform.event where subject_id = $1 and seq > 1 returning seq',
      [id],
    );
    expect(await brokenChains(id)).toBe(0);
    const last = Math.max(...rows.map(({ seq }) => seq));
    expect(await found()).toEqual([{ what: 'cut', kind: 'order', id, seq: last }]);
  });

  test('an order is deleted with its whole chain', async () => {
    const id = ids[1] ?? '';
    for (const table of ['platform.event where subject_id', 'orders.order where id'])
      await stranger.query(`delete from ${table} = $1`, [id]);
    expect(await brokenChains(id)).toBe(0);
    expect(await found()).toContainEqual(expect.objectContaining({ what: 'cut', id }));
  });

  test('a chain is written anew as a whole, with hashes that fit', async () => {
    const id = ids[3] ?? '';
    const client = await server.runtime.db.pool.connect();
    const chain = [];
    for await (const chains of pagesOfEvents(client))
      chain.push(...chains.flat().filter((event) => event.id === id));
    client.release();
    let before: Buffer | null = null;
    for (const event of chain) {
      const anew = seal({ ...event, at: new Date(event.at.getTime() + 1) }, before);
      await stranger.query(
        'update platform.event set at = $3, prev_hash = $4, hash = $5 where subject_id = $1 and seq = $2',
        [id, anew.seq, anew.at, anew.prevHash, anew.hash],
      );
      before = anew.hash;
    }
    expect(await brokenChains(id)).toBe(0);
    expect(await found()).toContainEqual({
      what: 'rewritten',
      kind: 'order',
      id,
      seq: chain.at(-1)?.seq,
    });
  });

  test('a line of audit is changed, then deleted: its minute is named', async () => {
    const { rows } = await stranger.query(
      `update platform.audit_line set word = 'nothing' where id = (select id from platform.audit_line order by at, id limit 1)
       returning to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as minute`,
    );
    const ofMinute = (each: Unanchored) => each.what === 'audit' && each.minute === rows[0].minute;
    const [changed] = (await found()).filter(ofMinute);
    if (changed?.what !== 'audit') throw new Error('the changed line is found');
    expect(changed.found).toBe(changed.anchored);
    await stranger.query(
      `delete from platform.audit_line where id = (select id from platform.audit_line order by at, id limit 1)`,
    );
    expect((await found()).filter(ofMinute)).toEqual([{ ...changed, found: changed.anchored - 1 }]);
  });

  test('is written down by itself once a day, until the midnight that has settled', async () => {
    const daily = folderAnchors(join(folder, 'daily'), null);
    Object.assign(server.runtime.ports, { anchors: daily });
    for (let times = 0; times < 2; times += 1) {
      await doChores(server.runtime, new Map());
      await server.advance(1);
    }
    Object.assign(server.runtime.ports, { anchors: noAnchors });
    const lines = (await daily.lines()).map((line) => JSON.parse(line));
    expect(lines).toEqual([expect.objectContaining({ no: 1, until: '2026-03-01T16:00:00.000Z' })]);
  });

  test('one that could not be written is seen by people until one is', async () => {
    const open = async () => {
      const { rows } = await stranger.query(
        `select kind, over_at is null as open from upkeep.trouble where kind = 'anchor'`,
      );
      return rows;
    };
    const full = folderAnchors(join(folder, 'full'), null);
    const add = async () => Promise.reject(new Error('the disk is full'));
    Object.assign(server.runtime.ports, { anchors: { ...full, add } });
    await doChores(server.runtime, new Map());
    await server.advance(1).catch(() => undefined);
    expect(await open()).toEqual([{ kind: 'anchor', open: true }]);
    Object.assign(server.runtime.ports, { anchors: full });
    await doChores(server.runtime, new Map());
    await server.advance(1);
    expect(await open()).toEqual([{ kind: 'anchor', open: false }]);
    Object.assign(server.runtime.ports, { anchors: noAnchors });
  });

  const linesFile = () => join(own, 'anchors.jsonl');

  test('the file of anchors is changed: named by itself, and by the second place it is kept at', async () => {
    const text = readFileSync(linesFile(), 'utf8');
    writeFileSync(linesFile(), text.replace('"no":1', '"no": 1'));
    expect(await found(folderAnchors(own, null))).toContainEqual({ what: 'anchor', no: 2 });
    await expect(both.lines()).rejects.toThrow('第 1 行');
    writeFileSync(linesFile(), text);
    await expect(both.lines()).resolves.toHaveLength(2);
  });

  test('a second place that was away gets what it missed; a line cut by a crash does not count', async () => {
    rmSync(second, { recursive: true });
    await anchor(true);
    expect(readFileSync(join(second, 'anchors.jsonl'), 'utf8')).toBe(
      readFileSync(linesFile(), 'utf8'),
    );
    appendFileSync(linesFile(), '{"no":4');
    expect(await both.lines()).toHaveLength(3);
  });

  async function recordsText(no: number): Promise<string> {
    const [line] = (await both.lines()).slice(no - 1, no);
    const texts: string[] = [];
    for await (const text of both.records(JSON.parse(line ?? '{}').file)) texts.push(text);
    return texts.join('\n');
  }
  let kept: string[] = [];
  const recordsIn = (no: number) => kept[no - 1] ?? '';
  beforeAll(async () => {
    kept = [await recordsText(1), await recordsText(2)];
  });
});
