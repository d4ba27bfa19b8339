import ExcelJS from 'exceljs';

/** Everything that a person could read in an answer: of a sheet, every cell. */
export async function readable(body: unknown): Promise<string> {
  if (!Buffer.isBuffer(body)) return JSON.stringify(body) ?? '';
  return JSON.stringify(await cellsOf(body)) ?? '';
}

/** Of a workbook or a plain table; what is neither is one text. */
export async function cellsOf(bytes: Buffer): Promise<unknown[]> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return fieldsOf(bytes.toString('utf8'));
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(new Uint8Array(bytes).buffer);
  } catch {
    // An office file of another kind.
    return [bytes.toString('latin1')];
  }
  const found: unknown[] = [];
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => found.push(cell.value)));
  return found;
}

const fieldsOf = (text: string): string[] =>
  text.startsWith('\ufeff')
    ? [...text.slice(1).matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      )
    : [text];
