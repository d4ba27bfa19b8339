import { appeals } from '@minsheng/contract';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer } from '../../test/kit.ts';
import type { TestServer } from '../platform/testing/test-server.ts';
import { type Broken, verifyLog } from './verify-log.ts';

let server: TestServer;
let stranger: pg.Client;
const ids: string[] = [];

/** Withdrawn, and archived a month later. */
async function aLife(): Promise<string> {
  const { orderNo, queryCode: code } = await server.call(appeals.sendAppeal, {
    content: '巷口的石凳断了一条腿',
    noticeRead: true,
  });
  await server.call(appeals.addToAppeal, { orderNo, code, content: '第二条也断了' });
  await server.call(appeals.withdrawAppeal, { orderNo, code });
  const { rows } = await stranger.query('select id from orders.order where order_no = $1', [
    orderNo,
  ]);
  return String(rows[0].id);
}

beforeAll(async () => {
  server = await testServer();
  // Somebody who may do everything in the database: no trigger and no grant holds them back.
  stranger = new pg.Client({ ...server.runtime.db.pool.options, user: 'postgres' });
  await stranger.connect();
  await stranger.query('set session_replication_role = replica');
  for (let no = 0; no < 6; no += 1) ids.push(await aLife());
  await server.advance(31 * 24 * 60);
});
afterAll(async () => {
  await stranger?.end();
  await server?.stop();
});

async function verify() {
  const client = await server.runtime.db.pool.connect();
  return verifyLog(client).finally(() => client.release());
}

describe('whoever changes the log behind the program’s back', () => {
  test('untouched, everything agrees', async () => {
    const verdict = await verify();
    expect(verdict.broken).toEqual([]);
    expect(verdict.chains).toBeGreaterThanOrEqual(ids.length);
    expect(verdict.texts).toBeGreaterThanOrEqual(2 * ids.length);
  });

  const change = 'update platform.event set';
  const ofOne = 'where subject_id = $1 and seq = 2';
  const deeds: readonly (readonly [string, readonly string[], Partial<Broken>])[] = [
    [
      'changes an event',
      [`${change} data = data || '{"files": 9}' ${ofOne}`],
      { what: 'chain', seq: 2 },
    ],
    ['takes one out', [`delete from platform.event ${ofOne}`], { what: 'chain', seq: 3 }],
    ['takes all out', ['delete from platform.event where subject_id = $1'], { what: 'no-chain' }],
    [
      'cuts the end off and opens the order again',
      [
        "delete from platform.event where subject_id = $1 and type = 'orders.archived'",
        "update orders.order set status = 'to-accept' where id = $1",
      ],
      { what: 'status' },
    ],
    [
      'changes the citizen’s words',
      ["update orders.text set content = '石凳没有断' where order_id = $1 and no = 1"],
      { what: 'text', seq: 1 },
    ],
    [
      'changes the seal',
      ["update orders.order set archive_seal = sha256('x') where id = $1"],
      { what: 'seal' },
    ],
  ];

  test.each(deeds)('%s: it is found', async (...[, statements, found]) => {
    const id = ids.pop() ?? '';
    for (const statement of statements) await stranger.query(statement, [id]);
    const { broken } = await verify();
    expect(broken.filter((each) => each.id === id)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'order', id, ...found })]),
    );
    expect(broken.filter((each) => ids.includes(each.id))).toEqual([]);
  });
});
