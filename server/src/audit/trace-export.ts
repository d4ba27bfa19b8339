import ExcelJS from 'exceljs';
import type { Pool } from 'pg';
import type { Json } from '../platform/json.ts';
import { markOf } from '../platform/sheet-mark.ts';

/** 泄露溯源: which export a found sheet came from. */
export type Traced =
  | { readonly is: 'unmarked' }
  /** Marked, but the audit says nothing of it: another installation's, or the line is gone. */
  | { readonly is: 'unknown'; exportId: string }
  | {
      readonly is: 'found';
      exportId: string;
      at: Date;
      word: string;
      login: string | null;
      name: string | null;
      unitCode: string | null;
      purpose: Json;
      rows: Json;
    };

/** An id begins with its instant, so the line is looked for in one second only. */
const aroundMs = 1000;

export async function traceExport(pool: Pool, cityId: number, bytes: Buffer): Promise<Traced> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const exportId = markOf(book);
  if (exportId === null) return { is: 'unmarked' };
  const madeAt = Number.parseInt(exportId.replaceAll('-', '').slice(0, 12), 16);
  const { rows } = await pool.query<Omit<Extract<Traced, { is: 'found' }>, 'is' | 'exportId'>>(
    `select line.at, line.word, account.login, account.name, line.unit_code as "unitCode",
       line.facts -> 'purpose' as purpose, line.facts -> 'rows' as rows
     from platform.audit_line as line
     left join identity.account as account
       on account.city_id = line.city_id and account.id = line.actor_id
     where line.city_id = $1 and line.at >= $2 and line.at < $3 and line.facts ->> 'exportId' = $4
     limit 1`,
    [cityId, new Date(madeAt - aroundMs), new Date(madeAt + aroundMs), exportId],
  );
  const [line] = rows;
  return line ? { is: 'found', exportId, ...line } : { is: 'unknown', exportId };
}
