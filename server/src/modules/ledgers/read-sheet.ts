import ExcelJS from 'exceljs';
import { refuseUnless } from '../../platform/refusal.ts';
import { importColumns } from './text.ts';

export interface SheetRow {
  readonly line: number;
  readonly address: string;
  readonly area: string;
  readonly building: string;
  readonly kind: string;
  readonly size: string;
  readonly legalState: string;
  readonly measure: string;
  readonly unit: string;
  readonly planOn: string;
  readonly lng: string;
  readonly lat: string;
  readonly contactName: string;
  readonly contactPhone: string;
}

/** 读点位表: the first sheet, its columns found by their headings. Refuses `ledgers.no-sheet`. */
export async function readSheet(bytes: Buffer): Promise<SheetRow[]> {
  const sheet = await firstSheet(bytes);
  refuseUnless(sheet, 'ledgers.no-sheet');
  const at = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, no) => at.set(wordsOf(cell), no));
  const { address, area } = importColumns;
  refuseUnless(at.has(address.heading) && at.has(area.heading), 'ledgers.no-sheet');
  const rows: SheetRow[] = [];
  sheet.eachRow((row, line) => {
    const said = ({ heading }: { heading: string }): string => {
      const no = at.get(heading);
      return no === undefined ? '' : wordsOf(row.getCell(no));
    };
    const isEmpty = Object.values(importColumns).every((column) => said(column) === '');
    if (line > 1 && !isEmpty) rows.push(rowFrom(line, said));
  });
  return rows;
}

const rowFrom = (line: number, said: (column: { heading: string }) => string): SheetRow => ({
  line,
  address: said(importColumns.address),
  area: said(importColumns.area),
  building: said(importColumns.building),
  kind: said(importColumns.kind),
  size: said(importColumns.size),
  legalState: said(importColumns.legalState),
  measure: said(importColumns.measure),
  unit: said(importColumns.unit),
  planOn: said(importColumns.planOn),
  lng: said(importColumns.lng),
  lat: said(importColumns.lat),
  contactName: said(importColumns.contactName),
  contactPhone: said(importColumns.contactPhone),
});

/** Null: no such file. Whatever a stranger's bytes do to the reader, they are no sheet of ours. */
async function firstSheet(bytes: Buffer): Promise<ExcelJS.Worksheet | null> {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch {
    return null;
  }
  return book.worksheets[0] ?? null;
}

/** As a person reads the cell; a date as a day. */
function wordsOf(cell: ExcelJS.Cell): string {
  const { value } = cell;
  const words = value instanceof Date ? value.toISOString().slice(0, 10) : cell.text;
  return words.trim().replace(/^'/, '');
}
