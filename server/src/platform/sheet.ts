import ExcelJS from 'exceljs';

export interface Sheet {
  name: string;
  /** Heading and width of each column, in characters. */
  columns: readonly { heading: string; width: number }[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** One sheet as xlsx bytes. Text that a spreadsheet would run as a formula is kept as text. */
export async function sheetBytes({ name, columns, rows }: Sheet): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ heading, width }) => ({ header: heading, width }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map(plain));
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** `=`, `+`, `-`, `@` at the front start a formula in some programs, even from a text cell. */
export function plain(value: string | number | null): string | number | null {
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
