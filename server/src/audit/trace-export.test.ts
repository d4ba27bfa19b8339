import { appeals, identity } from '@minsheng/contract';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer } from '../../test/kit.ts';
import { hashPassword, insertAccount, ofTheDemo } from '../modules/identity/index.ts';
import { systemActor } from '../platform/actor.ts';
import { newId } from '../platform/ids.ts';
import type { TestServer } from '../platform/testing/test-server.ts';
import { transact } from '../platform/transact.ts';
import { traceExport } from './trace-export.ts';

let server: TestServer;
let exported: Buffer;
const login = 'traced-director';
const password = 'right enough 1';
const purpose = '核对路灯类工单';

const trace = (bytes: Buffer) =>
  traceExport(server.runtime.db.pool, server.runtime.city.cityId, bytes);

async function changed(change: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(exported).buffer);
  change(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

beforeAll(async () => {
  server = await testServer();
  const password_hash = await hashPassword(password);
  await transact(server.runtime, systemActor, (ctx) =>
    insertAccount(ctx, {
      ...{ id: newId(ctx.now), login, name: '测试主任', password_hash, unit_code: '350600.zx' },
      ...{ roles: ['director'], is_outsourced: false, ...ofTheDemo },
    }),
  );
  for (let no = 0; no < 4; no += 1)
    await server.call(appeals.sendAppeal, { content: `路灯不亮 ${no}`, noticeRead: true });
  const { token } = await server.call(identity.signIn, { login, password });
  const answer = await fetch(`${server.url}/api/orders/export`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ filters: {}, purpose }),
  });
  expect(answer.status).toBe(200);
  exported = Buffer.from(await answer.arrayBuffer());
}, 150_000);
afterAll(() => server?.stop());

describe('a sheet that is found somewhere', () => {
  const ours = { is: 'found', login, purpose, rows: 4, word: 'orders exported' };

  test('names the export it came from: who, when, what for', async () => {
    expect(await trace(exported)).toMatchObject({ ...ours, at: server.clock.now() });
  });

  test('without its properties, sorted otherwise, with rows and the sheet about it left out', async () => {
    const bytes = await changed((book) => {
      book.description = '';
      book.removeWorksheet(2);
      const sheet = book.worksheets[0];
      const rows = sheet?.getRows(2, 4)?.map(({ number }) => number) ?? [];
      expect(rows).toHaveLength(4);
      sheet?.spliceRows(2, 1);
      sheet?.spliceRows(4, 1);
    });
    expect(await trace(bytes)).toMatchObject(ours);
  });

  test('whose colours were wiped is known by its properties; with neither it is unmarked', async () => {
    const wipe = (book: ExcelJS.Workbook) => {
      for (const sheet of book.worksheets)
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            cell.font = {};
          }),
        );
    };
    expect(await trace(await changed(wipe))).toMatchObject(ours);
    const bare = await changed((book) => {
      wipe(book);
      book.description = '';
    });
    expect(await trace(bare)).toEqual({ is: 'unmarked' });
  });

  test('of another installation is said to be unknown', async () => {
    const foreign = newId(server.clock.now());
    const bytes = await changed((book) => {
      book.description = foreign;
      for (const sheet of book.worksheets)
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            cell.font = {};
          }),
        );
    });
    expect(await trace(bytes)).toEqual({ is: 'unknown', exportId: foreign });
  });

  test('its letters look black', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(exported).buffer);
    const colours = new Set<string>();
    book.worksheets[0]?.getRow(2).eachCell((cell) => colours.add(cell.font.color?.argb ?? ''));
    for (const colour of colours) expect(colour).toMatch(/^FF0.0.0.$/);
  });
});
