import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { csvBytes, sheetBytes } from './sheet.ts';

async function sheetOf(lines: readonly string[]): Promise<ExcelJS.Worksheet> {
  const bytes = await sheetBytes({
    name: '表',
    columns: [{ heading: '编号', width: 8 }],
    rows: [['K1']],
    about: { name: '说明', lines },
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('No sheet.');
  return sheet;
}

test('a footer holds whole lines, never more than a spreadsheet takes', async () => {
  const long = '说'.repeat(150);
  const { headerFooter } = await sheetOf(['范围 甲&乙', long, long]);
  expect(headerFooter.oddFooter).toBe(`范围 甲&&乙  ${long}`);
  const tooLong = await sheetOf(['范围', '说'.repeat(300)]);
  expect(tooLong.headerFooter.oddFooter).toBe('范围');
});

test('printed, the columns stand beside each other on one page, the headings on each', async () => {
  const { pageSetup } = await sheetOf(['范围']);
  expect(pageSetup).toMatchObject({
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    printTitlesRow: '1:1',
  });
});

describe('words that a spreadsheet would run', () => {
  const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '\uff1d', '\uff0b', '\uff0d', '\uff20'];
  const hidden = [' =', '\u00a0=', '\u3000=', '\ufeff=', '\u200b='];

  test('are kept as words, in a cell, a heading and a note', async () => {
    for (const start of [...starts, ...hidden]) {
      const words = `${start}1+1`;
      const sheet = { columns: [{ heading: words, width: 8 }], rows: [[words]] };
      expect(csvBytes(sheet).toString().split("'").length, JSON.stringify(start)).toBe(3);
      const book = new ExcelJS.Workbook();
      const about = { name: '说明', lines: [words] };
      const bytes = await sheetBytes({ name: '表', ...sheet, about });
      await book.xlsx.load(Uint8Array.from(bytes).buffer);
      const cells = [1, 2].map((no) => book.worksheets[0]?.getCell(no, 1).text);
      // XML knows one kind of line end.
      const read = `'${words.replace('\r', '\n')}`;
      expect([...cells, book.worksheets[1]?.getCell(1, 1).text]).toEqual([read, read, read]);
    }
  });

  test('do not part a cell in two', () => {
    const columns = [{ heading: '编号', width: 8 }];
    const text = csvBytes({ columns, rows: [['a;=1+1'], ['a\t=1+1'], ['a"\n=1+1'], [-5], ['5']] });
    expect(text.toString()).toBe(
      '\ufeff编号\r\n"a;=1+1"\r\n"a\t=1+1"\r\n"a""\n=1+1"\r\n-5\r\n5\r\n',
    );
  });
});
