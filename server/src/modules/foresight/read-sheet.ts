import ExcelJS from 'exceljs';
import { refuseUnless } from '../../platform/refusal.ts';
import { text } from './text.ts';

const columns = text.columns;
type Column = keyof typeof columns;

export type SheetRow = Readonly<Record<Column, string>> & { readonly line: number };

/** 读外部信息表: xlsx or tsv, its columns found by their headings. Refuses `foresight.no-sheet`. */
export async function readSheet(bytes: Buffer): Promise<SheetRow[]> {
  const lines =
    bytes.subarray(0, 2).toString('latin1') === 'PK' ? await xlsxLines(bytes) : tsvLines(bytes);
  const [headings, ...rest] = lines;
  const at = new Map(headings?.cells.map((words, no) => [words, no]));
  const needed = [columns.about, columns.areas, columns.from, columns.until, columns.source];
  refuseUnless(
    needed.every((heading) => at.has(heading)),
    'foresight.no-sheet',
  );
  return rest
    .filter(({ cells }) => cells.some((words) => words !== ''))
    .map(({ line, cells }) => {
      const said = (column: Column) => cells[at.get(columns[column]) ?? -1] ?? '';
      return {
        ...{ line, about: said('about'), level: said('level'), areas: said('areas') },
        ...{
          from: said('from'),
          until: said('until'),
          source: said('source'),
          words: said('words'),
        },
      };
    });
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
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

/** Whatever a stranger's bytes do to the reader, they are no sheet of ours. */
async function xlsxLines(bytes: Buffer): Promise<Line[]> {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch {
    return [];
  }
  const lines: Line[] = [];
  book.worksheets[0]?.eachRow((row, line) => {
    const cells = Array.from({ length: row.cellCount }, (_, no) => wordsOf(row.getCell(no + 1)));
    lines.push({ line, cells });
  });
  return lines;
}

/** As a person reads the cell; a date as the wall clock it shows. */
function wordsOf(cell: ExcelJS.Cell): string {
  const { value } = cell;
  const words =
    value instanceof Date ? value.toISOString().slice(0, 16).replace('T', ' ') : cell.text;
  return words.trim().replace(/^'/, '');
}
