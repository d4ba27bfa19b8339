import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { lineOfOffset, startsOfEntries } from './json-lines.ts';
import { camel, type NamedFile, parseRow, type ReadRows } from './read-table.ts';
import type { Problem } from './source.ts';
import { problemAt } from './source.ts';
import { text } from './text.ts';

/** Reads a JSON file that holds a list; each entry is held against the schema and keeps its line. */
export function readList<S extends z.ZodType<object>>(
  file: NamedFile,
  schema: S,
): ReadRows<z.infer<S>> {
  const document = readDocument(file);
  if (!document.ok) return { rows: [], problems: [document.problem] };
  if (!Array.isArray(document.value)) {
    return { rows: [], problems: [{ file: file.label, line: 1, reason: text.notList }] };
  }
  const starts = startsOfEntries(document.source);
  const parsed = document.value.map((entry: unknown, index) =>
    parseRow(schema, camelKeys(entry), {
      file: file.label,
      line: lineOfOffset(document.source, starts[index] ?? 0),
    }),
  );
  return {
    rows: parsed.flatMap((entry) => entry.rows),
    problems: parsed.flatMap((entry) => entry.problems),
  };
}

/** Reads a JSON file that holds an object of named texts; each keeps its line. */
export function readNamedTexts(file: NamedFile): ReadRows<{ name: string; words: string }> {
  const document = readDocument(file);
  if (!document.ok) return { rows: [], problems: [document.problem] };
  const read = namedTexts.safeParse(document.value);
  if (!read.success) {
    return { rows: [], problems: [{ file: file.label, line: 1, reason: text.notTexts }] };
  }
  const starts = startsOfEntries(document.source);
  const rows = Object.entries(read.data).map(([name, words], index) => ({
    name,
    words,
    at: { file: file.label, line: lineOfOffset(document.source, starts[index] ?? 0) },
  }));
  return { rows, problems: [] };
}

const namedTexts = z.record(z.string(), z.string().min(1));

/** Reads a JSON file that holds one object. */
export function readObject<S extends z.ZodType<object>>(
  file: NamedFile,
  schema: S,
): ReadRows<z.infer<S>> {
  const document = readDocument(file);
  if (!document.ok) return { rows: [], problems: [document.problem] };
  const at = { file: file.label, line: 1 };
  if (typeof document.value !== 'object' || document.value === null) {
    return { rows: [], problems: [problemAt(at, text.notTable)] };
  }
  return parseRow(schema, camelKeys(document.value), at);
}

/** A `{place_holder}` of a text and the line of the file it stands on. */
export interface Holder {
  readonly name: string;
  readonly line: number;
}

/** The same; says besides which place-holders stand on which line. */
export function readHeldObject<S extends z.ZodType<object>>(
  file: NamedFile,
  schema: S,
): ReadRows<z.infer<S> & { readonly holders: readonly Holder[] }> {
  const read = readObject(file, schema);
  const document = readDocument(file);
  const source = document.ok ? document.source : '';
  const holders = Array.from(source.matchAll(/\{([a-z_]+)\}/g), ({ 1: name = '', index }) => ({
    name,
    line: lineOfOffset(source, index),
  }));
  return { ...read, rows: read.rows.map((row) => ({ ...row, holders })) };
}

type Document =
  | { readonly ok: true; readonly value: unknown; readonly source: string }
  | { readonly ok: false; readonly problem: Problem };

function readDocument(file: NamedFile): Document {
  if (!existsSync(file.path)) {
    return { ok: false, problem: { file: file.label, line: 1, reason: text.fileMissing } };
  }
  const source = readFileSync(file.path, 'utf8');
  try {
    return { ok: true, value: JSON.parse(source), source };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/.exec(detail)?.[1] ?? 0);
    const line = lineOfOffset(source, offset);
    return { ok: false, problem: { file: file.label, line, reason: text.notJson(detail) } };
  }
}

function camelKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [camel(key), camelKeys(inner)]),
  );
}
