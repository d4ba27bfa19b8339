import ExcelJS from 'exceljs';
import { markBook } from './sheet-mark.ts';

export interface Sheet {
  name: string;
  /** Heading and width of each column, in characters. */
  columns: readonly { heading: string; width: number }[];
  rows: readonly (readonly Cell[])[];
  /** Whose export this is and what for, a line each, on a sheet of its own. */
  about: { name: string; lines: readonly string[] };
}

/** A date is what the clock on the wall shows, told as if the wall stood in Greenwich: sheets know no zones. */
export type Cell = string | number | Date | null;

/** One sheet as xlsx bytes. Text that a spreadsheet would run as a formula is kept as text. */
export async function sheetBytes(sheet: Sheet): Promise<Buffer> {
  return Buffer.from(await bookOf(sheet).xlsx.writeBuffer());
}

/** The same, marked with the export it is: whoever finds it somewhere can ask whose it was. */
export async function markedSheetBytes(sheet: Sheet, exportId: string): Promise<Buffer> {
  const book = bookOf(sheet);
  markBook(book, exportId);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function bookOf({ name, columns, rows, about }: Sheet): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ heading, width }) => ({ header: headOf(heading), width }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).eachCell((cell, no) => {
    cell.alignment = alignmentOf(rows.map((row) => row[no - 1]).find((value) => value));
  });
  for (const row of rows)
    sheet.addRow(row.map(plain)).eachCell((cell) => {
      cell.alignment = alignmentOf(cell.value);
      if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd hh:mm';
    });
  // On paper: across, and no column on a page of its own.
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
  };
  sheet.headerFooter.oddFooter = footerOf(about.lines);
  const words = book.addWorksheet(about.name);
  words.columns = [{ width: 80 }];
  for (const line of about.lines) words.addRow([plain(line)]);
  return book;
}

/** Numbers stand under one another, a little off the words of the next column. */
const alignmentOf = (value: unknown): Partial<ExcelJS.Alignment> =>
  typeof value === 'number' ? { horizontal: 'right', indent: 1 } : { horizontal: 'left' };

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Spreadsheets refuse a file whose footer is longer than 255 characters: as many lines as fit, whole. */
function footerOf(lines: readonly string[]): string {
  const safe = lines.map((line) => String(plain(line)).replaceAll('&', '&&'));
  const most = safe.findIndex((_, no) => safe.slice(0, no + 1).join('  ').length > longestFooter);
  return safe.slice(0, most === -1 ? safe.length : most).join('  ');
}

const longestFooter = 200;

/** The same rows as a plain table in UTF-8, with the mark by which spreadsheets know it. What it is about has no place in it. */
export function csvBytes({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): Buffer {
  const lines = [
    columns.map(({ heading }) => headOf(heading)),
    ...rows.map((row) => row.map(plain)),
  ];
  return Buffer.from(`\ufeff${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`);
}

/** Headings may be made of what people have written, such as names of columns they chose. */
const headOf = (heading: string): string => String(plain(heading));

function quoted(value: Cell): string {
  const words = value instanceof Date ? value.toISOString().slice(0, 16) : String(value ?? '');
  // A semicolon or a tab parts columns where the spreadsheet of another country reads this.
  return /[",;\t\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/**
 * A formula starts with one of these in some program, even in a text cell: after blanks as well, and in the full width
 * that Chinese input writes (OWASP, CSV injection).
 */
export function plain(value: Cell): Cell {
  return typeof value === 'string' && startsFormula.test(value) ? `'${value}` : value;
}

const startsFormula = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])/u;
