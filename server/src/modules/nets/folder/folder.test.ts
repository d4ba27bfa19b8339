import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { otherSide } from '../../../../test/exchange/other-side.ts';
import { registerPeer } from '../../../../test/exchange/peer-kit.ts';
import { testServer } from '../../../../test/kit.ts';
import { acceptWaiting, createOrder, send } from '../../../../test/use-cases.ts';
import { systemActor } from '../../../platform/actor.ts';
import { besideDone } from '../../../platform/beside.ts';
import type { Context } from '../../../platform/context.ts';
import { handledApart } from '../../../platform/jobs.ts';
import type { TestServer } from '../../../platform/testing/test-server.ts';
import { transact } from '../../../platform/transact.ts';
import { foldersBelow } from '../../../ports/folder/index.ts';
import { ofOrder } from '../../dispatch/index.ts';
import * as orders from '../../orders/index.ts';

const code = 'old-system';
let server: TestServer;
let root: string;

beforeAll(async () => {
  server = await testServer();
  root = await mkdtemp(join(tmpdir(), 'folder-'));
  server.runtime.ports.folder = foldersBelow(root);
  await mkdir(join(root, code, 'in'), { recursive: true });
  await registerPeer(server, otherSide(code), { adapter: 'folder', base_url: `folder:${code}` });
});
afterAll(async () => {
  await server.stop();
  await rm(root, { recursive: true, force: true });
});

const asSystem = <T>(work: (ctx: Context) => Promise<T>) =>
  transact(server.runtime, systemActor, work);
const namesIn = async (part: string) => readdir(join(root, code, part)).catch(() => []);
const drop = (name: string, said: string | Buffer) => writeFile(join(root, code, 'in', name), said);

/** The report of the file, once it has been looked at twice and is through. */
async function reportFor(name: string): Promise<string> {
  await server.advance(3);
  const found = (await namesIn('done')).find((one) => one.endsWith(`${name}.report.csv`));
  return found === undefined ? '' : readFile(join(root, code, 'done', found), 'utf8');
}

const head = '编号,标题,内容,类型,地址';
const rows = [
  'L-1,路灯不亮,示例路口的路灯坏了三天。,QZ,示例路口',
  'L-2,坏行,示例内容写得完整。,没有这种类型,示例路口',
  'L-3,井盖松动,"示例小区门口的井盖松动,\n车过有响声。",QZ,示例小区',
  'L-4,路面积水,示例街口下雨就积水。,QZ,示例街口',
];

test('rows become orders, a bad one is named with its line and stops no other; the file is moved', async () => {
  await drop('a.csv', [head, ...rows].join('\n'));
  const report = await reportFor('a.csv');
  const taken = report.match(/已入库,工单 [0-9-]+/g) ?? [];
  expect(taken).toHaveLength(3);
  expect(report).toMatch(/3,L-2,.*没有入库:“类型”里的“没有这种类型”/);
  expect(report).toMatch(/6,L-4,/);
  expect(await namesIn('in')).toEqual([]);
});

test('the same file again is nothing new, and a number that came before is no second order', async () => {
  await drop('b.csv', [head, ...rows].join('\n'));
  expect((await reportFor('b.csv')).match(/已收过/g)).toHaveLength(3);
  await drop('c.csv', [head, 'L-1,路灯又不亮,示例路口的路灯又坏了。,QZ,示例路口'].join('\n'));
  expect(await reportFor('c.csv')).toContain('这个编号以前收过');
});

test('while another worker looks into the folders, this one takes nothing', async () => {
  const other = await server.runtime.db.pool.connect();
  const lock = ['nets.folders', String(server.runtime.city.cityId)];
  await other.query('select pg_advisory_lock(hashtext($1), hashtext($2))', lock);
  await drop('two.csv', [head, 'W-1,路灯不亮,示例路尾的路灯坏了。,QZ,示例路尾'].join('\n'));
  expect(await reportFor('two.csv')).toBe('');
  expect(await namesIn('in')).toEqual(['two.csv']);
  await other.query('select pg_advisory_unlock(hashtext($1), hashtext($2))', lock);
  other.release();
  expect(await reportFor('two.csv')).toContain('W-1,"已入库');
});

test('GB 18030 is read; what is half written or no table waits or is told', async () => {
  const gb = Buffer.from(
    'b1e0bac52cc4dac8dd2cc0e0d0cd2cb5d8d6b70a472d312cc2b7b5c6bbb5c1cbc8fdccecc1cb2c515a2cbde8b5c00a',
    'hex',
  );
  await drop('gb.csv', gb);
  expect(await reportFor('gb.csv')).toContain('G-1,"已入库');
  await drop('later.csv.part', [head, ...rows].join('\n'));
  await drop('no.csv', '随便写的一句话。');
  expect(await reportFor('no.csv')).toContain('不是完整的 CSV');
  expect(await namesIn('in')).toEqual(['later.csv.part']);
});

test('one file that cannot be taken, a link and names of another system stop nothing behind them', async () => {
  const real = server.runtime.ports.folder;
  const read = (box: string, name: string) =>
    name === '1.csv' ? Promise.reject(new Error('EIO')) : real.read(box, name);
  server.runtime.ports.folder = { ...real, read };
  const inBox = join(root, code, 'in');
  await drop('1.csv', [head, 'F-1,路灯不亮,示例路口的路灯坏了。,QZ,示例路口'].join('\n'));
  await symlink(join(root, 'elsewhere.csv'), join(inBox, '2.csv'));
  const gbk = Buffer.concat([Buffer.from(`${inBox}/3`), Buffer.from([0xb9, 0xa4])]);
  await writeFile(gbk, [head, 'F-3,路灯不亮,示例路口的路灯坏了。,QZ,示例路口'].join('\n'));
  await drop(`${'x'.repeat(240)}.csv`, '编号,内容\nF-4,没有类型一栏。');
  expect(await reportFor('xxx.csv')).toContain('“编号”“内容”和“类型”');
  expect(await namesIn('in')).toEqual(['1.csv', '2.csv', 'later.csv.part']);
  server.runtime.ports.folder = real;
  expect(await reportFor('1.csv')).toContain('F-1,"已入库');
});

test('what becomes of an order is a file in out; while the folder is away it waits', async () => {
  await drop('d.csv', [head, 'L-9,路灯不亮,示例巷口的路灯坏了。,QZ,示例巷口'].join('\n'));
  const number = /工单 ([0-9-]+)/.exec(await reportFor('d.csv'))?.[1] ?? '';
  const order = await asSystem((ctx) => orders.findByNo(ctx, number));
  server.runtime.ports.folder = foldersBelow(null);
  await asSystem((ctx) =>
    acceptWaiting(ctx, {
      orderId: order?.id ?? '',
      type: 'QZ',
      matterCode: '010105',
      areaCode: '350602001000',
      fields: { road_name: '示例路', lamp_problem: 'off' },
      result: 'answer',
      answer: '路灯已修好。',
    }),
  );
  await server.advance(1);
  const files = async () =>
    Promise.all(
      (await namesIn('out')).map((name) => readFile(join(root, code, 'out', name), 'utf8')),
    );
  const about = async () => (await files()).filter((said) => said.includes(number));
  expect(await about()).toEqual([]);
  server.runtime.ports.folder = foldersBelow(root);
  await server.advance(10);
  expect((await about()).join()).toContain(`L-9,${number},result,done,路灯已修好。`);
});

test('what a unit’s old system writes of its duty is the unit’s own step: taken, on the way, given back', async () => {
  const unit = otherSide('old-unit');
  const more = { adapter: 'folder', base_url: 'folder:old-unit', unit_code: '350602' };
  await registerPeer(server, unit, more);
  const inBox = join(root, unit.code, 'in');
  await mkdir(inBox, { recursive: true });
  const { orderId, orderNo } = await lampFor('350602.cgj');
  await server.advance(1);
  const outBox = join(root, unit.code, 'out');
  const [file = ''] = await readdir(outBox);
  expect(await readFile(join(outBox, file), 'utf8')).toMatch(
    new RegExp(`,${orderNo},transfer,,示例路口的路灯坏了三天。,.*,QZ,010105,350602001000,示例路口`),
  );
  const steps = [
    '编号,工单编号,种类,情形,内容,应办单位',
    `Z-1,${orderNo},接收,,,`,
    `Z-1,${orderNo},进展,已联系诉求人,已电话联系。,`,
    `Z-1,${orderNo},结果,已办结,已经修好。,`,
    `Z-1,${orderNo},退回,not-our-duty,路灯由市政管养。,350602.zjj`,
    `Z-1,${orderNo},转告,,没有这种报文。,`,
  ];
  await writeFile(join(inBox, 'steps.csv'), steps.join('\n'));
  await server.advance(3);
  const done = await readdir(join(root, unit.code, 'done'));
  const name = done.find((one) => one.endsWith('report.csv')) ?? '';
  const report = await readFile(join(root, unit.code, 'done', name), 'utf8');
  expect(report.match(/已记到工单/g)).toHaveLength(3);
  expect(report).toMatch(/4,Z-1,.*没有入库:请先上传“整改前现场照片”/);
  expect(report).toMatch(/6,Z-1,.*“种类”/);
  const [duty] = await asSystem((ctx) => ofOrder(ctx, orderId));
  expect([duty?.contacted_at !== null, duty?.state]).toEqual([true, 'return-asked']);
});

async function lampFor(lead: string) {
  const made = await asSystem((ctx) =>
    createOrder(ctx, {
      content: '示例路口的路灯坏了三天。',
      type: 'QZ',
      matterCode: '010105',
      areaCode: '350602001000',
      address: '示例路口',
      fields: { road_name: '示例路', lamp_problem: 'off' },
      fileIds: [],
      anonymous: true,
      secrecy: 0,
      needsReply: false,
      needsCallBack: false,
      requester: { kind: 'person', isSelf: true, tags: [] },
      result: 'dispatch',
    }),
  );
  const to = { lead, linkage: [], assists: [], copies: [], note: '' };
  await asSystem((ctx) => send(ctx, { orderId: made.orderId, ...to }));
  return made;
}

test('a disk that does not answer holds no place of the job queue', async () => {
  const { folder } = server.runtime.ports;
  let answer = () => {};
  const slow = new Promise<void>((done) => {
    answer = done;
  });
  server.runtime.ports.folder = { ...folder, list: async () => slow.then(() => []) };
  const look = handledApart().get('nets:look-in-folders');
  // It comes back although nobody has answered; before, it came back with the answer.
  await look?.(server.runtime, {});
  answer();
  await besideDone(server.runtime);
  server.runtime.ports.folder = folder;
});
