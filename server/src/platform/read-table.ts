import ExcelJS from 'exceljs';
import { refuseUnless } from './refusal.ts';
import { unpacked } from './unpacked.ts';

/** A table somebody sent, its columns found by their headings. */
export interface ReadTable {
  has(heading: string): boolean;
  /** Those that are not empty, each with its number in the file. */
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly line: number;
  /** Empty where there is no such column. */
  said(heading: string): string;
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

const megabyte = 1024 * 1024;
/** Thousands of full rows; what unpacks to more is no table for an import. */
const mostUnpacked = 16 * megabyte;
const mostColumns = 100;

/**
 * The first sheet of an xlsx, or lines of tsv. Whatever a stranger's bytes do to the reader, they are no table of ours: it is empty.
 * Refuses `platform.sheet-too-large` before anything is unpacked whole.
 */
export async function readTable(bytes: Buffer, kinds: 'xlsx' | 'xlsx or tsv'): Promise<ReadTable> {
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
  if (isZip) return tableOf(await xlsxLines(bytes));
  return tableOf(kinds === 'xlsx' ? [] : tsvLines(bytes));
}

function tableOf([headings, ...rest]: readonly Line[]): ReadTable {
  const at = new Map(headings?.cells.map((words, no) => [words, no]));
  return {
    has: (heading) => at.has(heading),
    rows: rest
      .filter(({ cells }) => cells.some((words) => words !== ''))
      .map(({ line, cells }) => ({
        line,
        said: (heading) => cells[at.get(heading) ?? -1] ?? '',
      })),
  };
}

function tsvLines(bytes: Buffer): Line[] {
  const all = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  return all
    .map((words, no) => ({ line: no + 1, cells: words.split('\t').map((cell) => cell.trim()) }))
    .filter(({ cells }) => !cells[0]?.startsWith('#'));
}

async function xlsxLines(bytes: Buffer): Promise<Line[]> {
  const size = await unpacked(bytes, mostUnpacked);
  const limit = mostUnpacked / megabyte;
  refuseUnless(size !== 'too-large', 'platform.sheet-too-large', { limit });
  if (size === 'unreadable') return [];
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch {
    return [];
  }
  const lines: Line[] = [];
  book.worksheets[0]?.eachRow((row, line) => {
    const length = Math.min(row.cellCount, mostColumns);
    lines.push({ line, cells: Array.from({ length }, (_, no) => wordsOf(row.getCell(no + 1))) });
  });
  return lines;
}

/** As a person reads the cell; a date as the wall clock it shows. */
const wordsOf = (cell: ExcelJS.Cell): string => readable(cell.value).trim().replace(/^'/, '');

/** What no calendar knows, as a spreadsheet shows it. */
const noDate = '####';

/** Not the reader's own words of a cell: those break on a linked word in bold, and say a reckoned day in English. */
function readable(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? noDate
      : value.toISOString().slice(0, 16).replace('T', ' ');
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return readable(value.text);
  if ('error' in value) return value.error;
  return 'result' in value ? readable(value.result) : '';
}
