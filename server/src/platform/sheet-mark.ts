import type ExcelJS from 'exceljs';

/** An id has sixteen bytes; a cell carries one of them and which one it is. */
const pieces = 16;
const anId = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * 隐形标记: the colour of every cell's letters is not quite black: red says which byte of the id, green and blue are the
 * byte. Nobody sees it, and it lives through sorting, leaving rows and columns out, and being copied with its looks; as
 * plain text it is gone. The properties of the file say the id as well.
 */
export function markBook(book: ExcelJS.Workbook, id: string): void {
  book.description = id;
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  let at = 0;
  for (const sheet of book.worksheets)
    sheet.eachRow((row, no) => {
      if (no === 1) return;
      row.eachCell((cell) => {
        const piece = at % pieces;
        at += 1;
        cell.font = { ...cell.font, color: { argb: colourOf(piece, bytes[piece] ?? 0) } };
      });
    });
}

/** Null: not marked, or too little of it is left. What most cells say counts. */
export function markOf(book: ExcelJS.Workbook): string | null {
  const votes = Array.from({ length: pieces }, () => new Map<number, number>());
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const said = pieceIn(cell.font?.color?.argb);
        const counts = said && votes[said.piece];
        if (counts) counts.set(said.byte, (counts.get(said.byte) ?? 0) + 1);
      }),
    );
  const bytes = votes.map((counts) => [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]);
  const hex = bytes.map((byte) => byte?.toString(16).padStart(2, '0') ?? '').join('');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (anId.test(id)) return id;
  return anId.test(book.description ?? '') ? book.description : null;
}

const colourOf = (piece: number, byte: number): string =>
  `FF0${piece.toString(16)}0${(byte >> 4).toString(16)}0${(byte & 15).toString(16)}`.toUpperCase();

function pieceIn(argb: string | undefined): { piece: number; byte: number } | null {
  const [, piece, high, low] = /^[0F]{2}0([0-9A-F])0([0-9A-F])0([0-9A-F])$/i.exec(argb ?? '') ?? [];
  if (piece === undefined || high === undefined || low === undefined) return null;
  return { piece: Number.parseInt(piece, 16), byte: Number.parseInt(high + low, 16) };
}
