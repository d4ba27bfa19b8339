import { readTable } from '../../platform/read-table.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { type ImportColumn, importColumns } from './text.ts';

export type SheetRow = Readonly<Record<ImportColumn, string>> & { readonly line: number };

/** 读点位表, its columns found by their headings. Refuses `ledgers.no-sheet`. */
export async function readSheet(bytes: Buffer): Promise<SheetRow[]> {
  const { has, rows } = await readTable(bytes, 'xlsx');
  const { address, area } = importColumns;
  refuseUnless(has(address.heading) && has(area.heading), 'ledgers.no-sheet');
  return rows.map(({ line, said }) => {
    const of = (column: ImportColumn) => dayOnly(said(importColumns[column].heading));
    return {
      ...{ line, address: of('address'), area: of('area'), building: of('building') },
      ...{ kind: of('kind'), size: of('size'), legalState: of('legalState') },
      ...{ measure: of('measure'), unit: of('unit'), planOn: of('planOn') },
      ...{ lng: of('lng'), lat: of('lat') },
      ...{ contactName: of('contactName'), contactPhone: of('contactPhone') },
    };
  });
}

/** No column of it tells an hour: a date is a day. */
const dayOnly = (words: string): string => words.replace(/^(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}$/, '$1');
