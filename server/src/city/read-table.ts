import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Cell } from './cells.ts';
import type { At, Problem, SourceLine } from './source.ts';
import { problemAt } from './source.ts';
import { text } from './text.ts';

export interface ReadRows<T> {
  readonly rows: At<T>[];
  readonly problems: Problem[];
}

export interface NamedFile {
  readonly path: string;
  /** How complaints call it. */
  readonly label: string;
}

const chinese = z.locales.zhCN().localeError;

/** Reads one tab-separated file; a row that breaks its schema is reported and left out. */
export function readTable<S extends z.ZodObject>(file: NamedFile, schema: S): ReadRows<z.infer<S>> {
  if (!existsSync(file.path)) {
    return { rows: [], problems: [{ file: file.label, line: 1, reason: text.fileMissing }] };
  }
  const lines = readFileSync(file.path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const columns = (lines[0] ?? '').split('\t').map(camel);
  const problems = headerProblems({ file: file.label, line: 1 }, columns, schema);
  if (problems.length > 0) return { rows: [], problems };

  const rows: At<z.infer<S>>[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '' || line.startsWith('#')) continue;
    const at = { file: file.label, line: index + 1 };
    const cells = line.split('\t');
    if (cells.length !== columns.length) {
      problems.push(problemAt(at, text.cellCount(cells.length, columns.length)));
      continue;
    }
    const read = parseRow(schema, cellsByColumn(columns, cells), at);
    rows.push(...read.rows);
    problems.push(...read.problems);
  }
  return { rows, problems };
}

/** Holds one value against its schema, in Chinese, with the place it came from. */
export function parseRow<S extends z.ZodType<object>>(
  schema: S,
  value: unknown,
  at: SourceLine,
): ReadRows<z.infer<S>> {
  const parsed = schema.safeParse(value, { error: chinese });
  if (parsed.success) return { rows: [{ ...parsed.data, at }], problems: [] };
  const problems = parsed.error.issues.map((issue) =>
    problemAt(at, text.badCell(issue.path.map(String).map(asWritten).join('.'), issue.message)),
  );
  return { rows: [], problems };
}

/** `valid_from` in files, `validFrom` in code. */
export function camel(name: string): string {
  return name.trim().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The other way round: what is said of a column names it as the file does. */
const asWritten = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function cellsByColumn(columns: readonly string[], cells: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(
    columns.map((column, index) => {
      const value = (cells[index] ?? '').trim();
      return [column, value === '' ? null : value];
    }),
  );
}

/** A column that came later, with what a file without it says. */
const mayBeMissing = (column: z.core.$ZodType | undefined): boolean =>
  column !== undefined && z.safeParse(column, undefined).success;

function headerProblems(
  at: SourceLine,
  columns: readonly string[],
  schema: z.ZodObject,
): Problem[] {
  const wanted = Object.keys(schema.shape);
  const missing = wanted
    .filter((name) => !columns.includes(name) && !mayBeMissing(schema.shape[name]))
    .map(asWritten)
    .map(text.columnMissing);
  const unknown = columns
    .filter((name) => !wanted.includes(name))
    .map(asWritten)
    .map(text.columnUnknown);
  const twice = columns
    .filter((name, index) => columns.indexOf(name) !== index)
    .map(asWritten)
    .map(text.columnTwice);
  return [...missing, ...unknown, ...twice].map((reason) => problemAt(at, reason));
}
