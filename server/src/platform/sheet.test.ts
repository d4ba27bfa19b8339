import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { sheetBytes } from './sheet.ts';

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
