import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';
import { unpacked } from './unpacked.ts';
import { zipOf } from './zip.ts';

const tooLarge = { code: 'platform.sheet-too-large' };
const megabytes = (many: number) => Buffer.alloc(many * 1024 * 1024, ' ');

/** The directory says of every part that it is one byte long. */
function lying(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf('PK\x01\x02'); at !== -1; at = copy.indexOf('PK\x01\x02', at + 4))
    copy.writeUInt32LE(1, at + 24);
  return copy;
}

async function book(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('表'));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

test('a few kilobytes that unpack to very much are refused, whatever their directory says', async () => {
  const bomb = zipOf([{ name: 'xl/worksheets/sheet1.xml', bytes: megabytes(64) }]);
  expect(bomb.length).toBeLessThan(100_000);
  await expect(readTable(bomb, 'xlsx')).rejects.toMatchObject(tooLarge);
  await expect(readTable(lying(bomb), 'xlsx')).rejects.toMatchObject(tooLarge);
  const many = zipOf(
    Array.from({ length: 9 }, (_, no) => ({ name: `${no}.xml`, bytes: megabytes(2) })),
  );
  await expect(readTable(many, 'xlsx or tsv')).rejects.toMatchObject(tooLarge);
});

test('a zip readers could differ about is no table, nor is a broken one', async () => {
  const fine = await book((sheet) => sheet.addRow(['甲']));
  expect(await unpacked(fine, 1_000_000)).toBe('within');
  expect(await unpacked(fine, 100)).toBe('too-large');
  const shifted = Buffer.concat([Buffer.from('PK before'), fine]);
  for (const bytes of [shifted, fine.subarray(0, -30), Buffer.from('PK\x05\x06')]) {
    expect(await unpacked(bytes, 1_000_000)).toBe('unreadable');
    expect((await readTable(bytes, 'xlsx')).rows).toEqual([]);
  }
});

test('a table is read by its headings; empty rows and columns far to the right are not', async () => {
  const bytes = await book((sheet) => {
    sheet.addRow(['名称', '何时']);
    sheet.addRow([]);
    sheet.addRow(["'=甲", new Date('2026-05-31T08:30:00Z')]);
    sheet.getRow(4).getCell(16_000).value = '远';
  });
  const table = await readTable(bytes, 'xlsx');
  expect([table.has('名称'), table.has('地址')]).toEqual([true, false]);
  expect(table.rows.map((row) => [row.line, row.said('名称'), row.said('何时')])).toEqual([
    [3, '=甲', '2026-05-31 08:30'],
  ]);
  const tsv = Buffer.from('\uFEFF名称\t何时\n# 说明\n甲\t 今天 \n');
  expect((await readTable(tsv, 'xlsx or tsv')).rows.map((row) => row.said('何时'))).toEqual([
    '今天',
  ]);
  expect((await readTable(tsv, 'xlsx')).rows).toEqual([]);
});

test('whatever kind of cell it is, it is read as a person reads it, and breaks nothing', async () => {
  const day = new Date('2026-05-31T00:00:00Z');
  const words = { richText: [{ text: '甲' }, { font: { bold: true }, text: '乙' }] };
  const cells: [unknown, string][] = [
    [words, '甲乙'],
    [{ text: words, hyperlink: 'https://example.org' }, '甲乙'],
    [{ text: '丙', hyperlink: 'https://example.org' }, '丙'],
    [{ formula: 'TODAY()', result: day }, '2026-05-31 00:00'],
    [{ formula: '1/0', result: { error: '#DIV/0!' } }, '#DIV/0!'],
    [{ error: '#N/A' }, '#N/A'],
    [1e15, '####'],
  ];
  const bytes = await book((sheet) => {
    sheet.addRow(['序号', '名称']);
    for (const [no, [value, said]] of cells.entries()) {
      const numFmt = /^(2026|####)/.test(said) ? 'yyyy-mm-dd' : 'General';
      Object.assign(sheet.addRow([no]).getCell(2), { value, numFmt });
    }
    sheet.mergeCells('B20:B21');
    sheet.getCell('A21').value = 'merged';
  });
  const { rows } = await readTable(bytes, 'xlsx');
  expect(rows.map((row) => row.said('名称'))).toEqual([...cells.map(([, said]) => said), '']);
});
