import exceljs from 'exceljs';

/** Does a workbook name this order anywhere? */
export async function sheetNames(bytes: unknown, orderNo: string): Promise<boolean> {
  if (!Buffer.isBuffer(bytes)) return false;
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book.worksheets.some((sheet) =>
    sheet.getSheetValues().some((row) => Array.isArray(row) && row.includes(orderNo)),
  );
}
