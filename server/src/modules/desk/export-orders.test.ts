import { orders as contract } from '@minsheng/contract';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { pretendPorts } from '../../../test/pretend-ports.ts';
import { inventedPerson } from '../../demo/invented.ts';
import { sheetBytes } from '../../platform/sheet.ts';
import { actorAs } from '../../platform/testing/actors.ts';
import { type TestServer, testServerWith } from '../../platform/testing/test-server.ts';
import { exportSheet } from './export-orders.ts';
import { searchRoutes } from './search.routes.ts';

const purpose = '核对本周路灯工单';

test(
  'what is exported are the open ones of the hits, with fields and city time, and no person',
  inCity(async ({ as, anOrder }) => {
    const person = inventedPerson('exported');
    const requester = { kind: 'person' as const, isSelf: true, tags: [], ...person };
    await anOrder.toDispatch({
      matterCode: '010102',
      title: '井盖缺失',
      fields: { cover_state: 'missing', guarded: false },
      requester,
    });
    await anOrder.toDispatch({ secrecy: 1, title: '举报井盖', requester });
    const sheet = await as('director').do(exportSheet, { filters: {}, purpose });
    expect(sheet.rows).toHaveLength(1);
    const [row = []] = sheet.rows;
    expect(row).toHaveLength(sheet.columns.length);
    expect(row).toContain('井盖缺失');
    expect(row).toContainEqual(new Date('2026-03-02T09:00:00Z'));
    expect(sheet.about.lines.join()).toContain(purpose);
    expect(row.at(-1)).toMatch(/:/);
    expect(JSON.stringify(sheet)).not.toContain(person.phone);
    expect(JSON.stringify(sheet)).not.toContain(person.name);
  }),
);

test(
  'the audit line says what for, how many and by which filters, not what was typed',
  inCity(async ({ as, anOrder }) => {
    await anOrder.toDispatch();
    const filters = contract.exportBody.shape.filters.parse({ q: '路灯', urgency: 'U3' });
    const facts = await as('director').do(async (ctx) => {
      await exportSheet(ctx, { filters, purpose });
      return { ...ctx.unitOfWork.facts };
    }, null);
    expect(facts).toEqual({ purpose, rows: 1, filters: { urgency: 'U3', hasWords: true } });
  }),
);

test('a cell that a spreadsheet would run is text', async () => {
  const bytes = await sheetBytes({
    name: '工单',
    columns: [{ heading: '标题', width: 10 }],
    rows: [['=HYPERLINK("http://x")'], ['+1'], ['-1'], ['@x'], ['\t=1'], ['路灯'], [3]],
    about: { name: '说明', lines: ['=1', '用途:核对'] },
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const values = book.worksheets[0]?.getColumn(1).values.slice(2);
  expect(values).toEqual(['\'=HYPERLINK("http://x")', "'+1", "'-1", "'@x", "'\t=1", '路灯', 3]);
  expect(book.worksheets[1]?.getColumn(1).values.slice(1)).toEqual(["'=1", '用途:核对']);
});

describe('over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServerWith({
      ports: pretendPorts(),
      routes: [searchRoutes],
      resolveActor: async ({ headers }, { clock }) =>
        actorAs(headers.authorization === 'agent' ? 'agent' : 'director', clock.now()),
    });
  });
  afterAll(() => server.stop());

  const post = (body: object, who = 'director') =>
    fetch(`${server.url}/api/orders/export`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: who },
      body: JSON.stringify(body),
    });

  test('a spreadsheet comes back under a Chinese name, and only with right and purpose', async () => {
    const answer = await post({ filters: {}, purpose });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain(
      encodeURIComponent('工单导出.xlsx'),
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    expect(book.worksheets[0]?.getRow(1).getCell(1).value).toBe('工单编号');
    expect((await post({ filters: {} })).status).toBe(400);
    expect((await post({ filters: {}, purpose }, 'agent')).status).toBe(403);
    const { rows } = await server.runtime.db.pool.query<{ facts: object }>(
      "select facts from platform.audit_line where word = 'orders exported' and refusal is null",
    );
    expect(rows).toMatchObject([{ facts: { purpose, rows: 0, filters: { hasWords: false } } }]);
  });
});
