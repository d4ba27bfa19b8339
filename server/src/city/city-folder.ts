import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { z } from 'zod';
import { type Holder, readHeldObject, readList, readNamedTexts, readObject } from './read-json.ts';
import { type NamedFile, type ReadRows, readTable } from './read-table.ts';
import type { At, Problem } from './source.ts';

/** One city's folder and `common` beside it. Collects the problems of everything read through it. */
export interface CityFolder {
  readonly name: string;
  readonly problems: Problem[];
  /** The city's own table; a missing file is a problem. */
  table<S extends z.ZodObject>(file: string, schema: S): At<z.infer<S>>[];
  /** Common rows, replaced by the city's own rows of the same key, then the rows only the city has. */
  layered<S extends z.ZodObject>(
    file: string,
    schema: S,
    key: KeyOf<S>,
    common?: string,
  ): At<z.infer<S>>[];
  list<S extends z.ZodType<object>>(file: string, schema: S): At<z.infer<S>>[];
  layeredList<S extends z.ZodType<object>>(
    file: string,
    schema: S,
    key: KeyOf<S>,
  ): At<z.infer<S>>[];
  object<S extends z.ZodType<object>>(file: string, schema: S): At<z.infer<S>> | null;
  /** The city's own object, when it has one. */
  maybeObject<S extends z.ZodType<object>>(file: string, schema: S): At<z.infer<S>> | null;
  /** One object a file of a sub-folder of `common`. */
  commonObjects<S extends z.ZodType<object>>(folder: string, schema: S): At<z.infer<S>>[];
  /** The same, the city's own instead of the common one of the same key; each knows its `{place-holders}`. */
  layeredObjects<S extends z.ZodType<object>>(
    folder: string,
    schema: S,
    key: KeyOf<S>,
  ): At<z.infer<S> & { readonly holders: readonly Holder[] }>[];
  /** All tables of a sub-folder, each row with its file's name; the city's own row instead of the common one of the same key. */
  layeredTables<S extends z.ZodObject>(
    folder: string,
    schema: S,
    key: KeyOf<S>,
  ): At<z.infer<S> & { readonly file: string }>[];
  /** Common texts first, the city's own after them. */
  namedTexts(file: string): At<{ name: string; words: string }>[];
  /** All lists of one sub-folder, by file name. */
  shelf<S extends z.ZodType<object>>(folder: string, schema: S): At<z.infer<S>>[];
}

type KeyOf<S extends z.ZodType> = (row: z.infer<S>) => string;

export function openCityFolder(folder: string): CityFolder {
  const own = resolve(folder);
  const common = join(dirname(own), 'common');
  const problems: Problem[] = [];
  const named = (...path: string[]): NamedFile => {
    const full = join(...path);
    return { path: full, label: relative(dirname(dirname(own)), full) };
  };
  const keep = <T>(read: ReadRows<T>): At<T>[] => {
    problems.push(...read.problems);
    return read.rows;
  };
  const hasOwn = (file: string) => existsSync(join(own, file));

  return {
    name: basename(own),
    problems,
    table: (file, schema) => keep(readTable(named(own, file), schema)),
    layered(file, schema, key, commonFile = file) {
      const shared = keep(readTable(named(common, commonFile), schema));
      return hasOwn(file)
        ? overridden(shared, keep(readTable(named(own, file), schema)), key)
        : shared;
    },
    list: (file, schema) => keep(readList(named(own, file), schema)),
    layeredList(file, schema, key) {
      const shared = keep(readList(named(common, file), schema));
      return hasOwn(file)
        ? overridden(shared, keep(readList(named(own, file), schema)), key)
        : shared;
    },
    object: (file, schema) => keep(readObject(named(own, file), schema))[0] ?? null,
    maybeObject: (file, schema) =>
      hasOwn(file) ? (keep(readObject(named(own, file), schema))[0] ?? null) : null,
    commonObjects: (name, schema) =>
      jsonFiles(join(common, name)).flatMap((file) =>
        keep(readObject(named(common, name, file), schema)),
      ),
    layeredObjects(name, schema, key) {
      const of = (base: string) =>
        jsonFiles(join(base, name)).flatMap((file) =>
          keep(readHeldObject(named(base, name, file), schema)),
        );
      return overridden(of(common), of(own), key);
    },
    layeredTables(name, schema, key) {
      const of = (base: string) =>
        filesEnding(join(base, name), '.tsv').flatMap((file) =>
          keep(readTable(named(base, name, file), schema)).map((row) => ({
            ...row,
            file: basename(file, '.tsv'),
          })),
        );
      return overridden(of(common), of(own), (row) => `${row.file}/${key(row)}`);
    },
    namedTexts(file) {
      const shared = keep(readNamedTexts(named(common, file)));
      return hasOwn(file) ? [...shared, ...keep(readNamedTexts(named(own, file)))] : shared;
    },
    shelf: (name, schema) =>
      jsonFiles(join(own, name)).flatMap((file) => keep(readList(named(own, name, file), schema))),
  };
}

function overridden<T>(
  common: readonly At<T>[],
  own: readonly At<T>[],
  key: (row: T) => string,
): At<T>[] {
  const replaced = new Set(own.map(key));
  return [...common.filter((row) => !replaced.has(key(row))), ...own];
}

const jsonFiles = (folder: string): string[] => filesEnding(folder, '.json');

function filesEnding(folder: string, end: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .sort();
}
