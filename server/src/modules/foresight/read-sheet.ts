import { readTable } from '../../platform/read-table.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { text } from './text.ts';

const columns = text.columns;
type Column = keyof typeof columns;

export type SheetRow = Readonly<Record<Column, string>> & { readonly line: number };

/** 读外部信息表: xlsx or tsv, its columns found by their headings. Refuses `foresight.no-sheet`. */
export async function readSheet(bytes: Buffer): Promise<SheetRow[]> {
  const { has, rows } = await readTable(bytes, 'xlsx or tsv');
  const needed = [columns.about, columns.areas, columns.from, columns.until, columns.source];
  refuseUnless(needed.every(has), 'foresight.no-sheet');
  return rows.map(({ line, said }) => {
    const of = (column: Column) => said(columns[column]);
    return {
      ...{ line, about: of('about'), level: of('level'), areas: of('areas') },
      ...{ from: of('from'), until: of('until'), source: of('source'), words: of('words') },
    };
  });
}
