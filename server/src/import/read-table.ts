import { existsSync, readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import type { Mapping, Row } from './mapping.ts';

export interface TableRow {
  /** Where the row begins, as an editor counts. */
  readonly line: number;
  readonly row: Row;
}

interface Parsed {
  readonly info: { readonly lines: number; readonly empty_lines: number };
  readonly record: Row;
}

/** 读表: the rows of a CSV file in UTF-8, with or without a mark, or GB 18030. Throws what a person can put right. */
export function readTable(file: string, { columns }: Pick<Mapping, 'columns'>): TableRow[] {
  const { heads, rows } = readSheet(file);
  if (!columns.content.some((name) => heads.includes(name))) {
    throw new Error(
      `文件里没有诉求内容这一栏(${columns.content.join('、')}),只有:${heads.join('、').slice(0, 200)}。请换一个 --mapping。`,
    );
  }
  return rows;
}

/** The rows and the heads, whatever they are called. */
export function readSheet(file: string): { heads: readonly string[]; rows: TableRow[] } {
  if (!existsSync(file)) throw new Error(`找不到文件 ${file}。There is no file ${file}.`);
  let heads: readonly string[] = [];
  const parsed = parseOrSayWhere(textOf(readFileSync(file)), (found) => {
    heads = found.map((head) => head.trim());
    return [...heads];
  });
  let before = { lines: 1, empty_lines: 0 };
  const rows = parsed.map(({ info, record }) => {
    const line = before.lines + (info.empty_lines - before.empty_lines) + 1;
    before = info;
    return { line, row: record };
  });
  return { heads, rows };
}

function parseOrSayWhere(text: string, columns: (heads: string[]) => string[]): Parsed[] {
  try {
    return parse<Parsed>(text, {
      columns,
      info: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Error(`文件不是完整的 CSV,请检查引号是否成对:${error.message}`, { cause: error });
  }
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
