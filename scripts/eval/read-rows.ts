import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { UsageError } from './arguments.ts';

export type Row = Readonly<Record<string, string>>;

/** Rows of a .jsonl, .json (an array) or .csv/.tsv file, every value as text. */
export function readRows(path: string): Row[] {
  const text = readText(path);
  switch (extname(path).toLowerCase()) {
    case '.jsonl':
    case '.ndjson':
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => asTexts(JSON.parse(line)));
    case '.json':
      return [JSON.parse(text)].flat().map(asTexts);
    case '.tsv':
      return parseTable(text, '\t');
    default:
      return parseTable(text, ',');
  }
}

/** The first of these heads the rows carry. Throws a UsageError naming those there are. */
export function headOf(rows: readonly Row[], names: readonly string[]): string {
  const found = maybeHeadOf(rows, names);
  if (found !== null) return found;
  const heads = Object.keys(rows[0] ?? {}).join(', ');
  throw new UsageError(`no column ${names.join(' / ')}; there are: ${heads}`);
}

export function maybeHeadOf(rows: readonly Row[], names: readonly string[]): string | null {
  const heads = new Set(rows.slice(0, 50).flatMap((row) => Object.keys(row)));
  return names.find((name) => heads.has(name)) ?? null;
}

export function readText(path: string): string {
  const bytes = bytesOf(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new UsageError(`cannot read ${path}`);
  }
}

function parseTable(text: string, delimiter: string): Row[] {
  return parse<Row>(text, {
    delimiter,
    columns: (heads: string[]) => heads.map((head) => head.trim()),
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
  });
}

function asTexts(value: unknown): Row {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, cell]) => [
      name,
      typeof cell === 'string' ? cell : cell === null ? '' : JSON.stringify(cell),
    ]),
  );
}
