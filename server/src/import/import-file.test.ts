import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer } from '../../test/kit.ts';
import type { TestServer } from '../platform/testing/test-server.ts';
import { importFile } from './import-file.ts';
import { readMapping } from './mapping.ts';

const folder = mkdtempSync(join(tmpdir(), 'minsheng-import-'));
const file = join(folder, 'appeals.csv');
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true });
});

const rows = [
  'A1,2017/5/1 8:00,芗城区某路的路灯不亮好几天了',
  'A2,2017/5/1 8:00,短',
  'A3,2017/6/1 8:00,小区楼下有人占道摆摊卖水果',
  'A3,2017/6/2 8:00,同一编号的另一件事情',
  'A3,2017/6/1 8:00,小区楼下有人占道摆摊卖水果',
];
const wishes = {
  file,
  mapping: readMapping('generic'),
  source: 'generic',
  limit: 10,
  dispatches: true,
  say: () => {},
};

test('every row is in, was in already, or is told with its reason; once more changes nothing', async () => {
  writeFileSync(file, ['编号,受理时间,诉求内容', ...rows].join('\n'));
  const first = await importFile(server.runtime, wishes);
  expect(first).toMatchObject({ rows: 5, imported: 2, alreadyIn: 1, rejected: 2 });
  expect(first.dispatched + first.notDispatched).toBe(first.matterNamed);
  expect(readFileSync(`${file}.rejected.csv`, 'utf8')).toBe(
    '行,原因\n3,"没有诉求内容"\n5,"编号与第 4 行相同,内容不同"\n',
  );
  const again = await importFile(server.runtime, wishes);
  expect(again).toMatchObject({ rows: 5, imported: 0, alreadyIn: 3, rejected: 2 });

  const { rows: made } = await server.runtime.db.pool.query<{ part: string }>(
    `select distinct tableoid::regclass::text as part from orders.order where channel = 'import'`,
  );
  expect(made.map(({ part }) => part).toSorted()).toEqual([
    'orders.order_2017_05',
    'orders.order_2017_06',
  ]);
});

test('a file put right leaves no list of rejected rows behind', async () => {
  writeFileSync(file, ['编号,受理时间,诉求内容', rows[0]].join('\n'));
  expect(await importFile(server.runtime, wishes)).toMatchObject({ alreadyIn: 1, rejected: 0 });
  expect(existsSync(`${file}.rejected.csv`)).toBe(false);
});

test('what was imported and never sent is sent by the next run that dispatches', async () => {
  writeFileSync(file, '编号,受理时间,诉求内容\nB1,2017/7/1 8:00,芗城区某路的路灯不亮好几天了');
  const kept = await importFile(server.runtime, { ...wishes, dispatches: false });
  expect(kept).toMatchObject({ imported: 1, matterNamed: 1, dispatched: 0, notDispatched: 0 });
  const next = await importFile(server.runtime, wishes);
  expect(next).toMatchObject({ imported: 0, alreadyIn: 1 });
  expect(next.dispatched + next.notDispatched).toBe(1);
  expect(await importFile(server.runtime, wishes)).toMatchObject({
    dispatched: 0,
    notDispatched: 0,
  });
});

test('a number of another batch is told, not taken for the one that is in; under a source of its own it comes in', async () => {
  writeFileSync(file, '编号,受理时间,诉求内容\nA1,2018/5/1 8:00,菜市场门口的下水道堵了三天');
  const told = await importFile(server.runtime, wishes);
  expect(told).toMatchObject({ imported: 0, alreadyIn: 0, rejected: 1 });
  expect(readFileSync(`${file}.rejected.csv`, 'utf8')).toContain('已经导入过另一件');
  const taken = await importFile(server.runtime, { ...wishes, source: 'of-2018' });
  expect(taken).toMatchObject({ imported: 1, rejected: 0 });
});

test('what was an emergency years ago is none tonight: no U1, nobody is rung or written to', async () => {
  writeFileSync(
    file,
    '编号,受理时间,诉求内容\nC1,2018/7/1 23:00,芗城区胜利路的窨井盖没了,天黑看不见,很危险。',
  );
  const counts = await importFile(server.runtime, wishes);
  expect(counts).toMatchObject({ imported: 1, matterNamed: 1, dispatched: 1 });
  const { rows: made } = await server.runtime.db.pool.query<{ urgency: string; told: number }>(
    `select o.urgency, (select count(*) from notices.message m where m.order_id = o.id) as told
     from orders.order o where o.source_ref = 'import:generic:C1'`,
  );
  expect(made).toEqual([{ urgency: 'U3', told: 0 }]);
});
