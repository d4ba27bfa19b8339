import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the caller can put right; told without a stack. */
export class UsageError extends Error {}

export interface Arguments {
  /** Throws a UsageError when it is not given. */
  text(name: string): string;
  textOr(name: string, other: string): string;
  /** A path as the caller sees it: from where npm was called. */
  path(name: string): string;
  has(name: string): boolean;
}

/** Reads `--name value` (in `values`) and `--name` alone (in `marks`). */
export function readArguments(
  args: readonly string[],
  known: { readonly values: readonly string[]; readonly marks: readonly string[] },
): Arguments {
  const given = parse(args, known);
  const textOr = (name: string, other: string) => given.get(name) ?? other;
  const text = (name: string): string => {
    const value = given.get(name);
    if (value === undefined) throw new UsageError(`--${name} is missing`);
    return value;
  };
  return {
    text,
    textOr,
    path: (name) => resolve(process.env.INIT_CWD ?? process.cwd(), text(name)),
    has: (name) => given.has(name),
  };
}

function parse(
  args: readonly string[],
  { values, marks }: { readonly values: readonly string[]; readonly marks: readonly string[] },
): Map<string, string> {
  try {
    const { values: found } = parseArgs({
      args: [...args],
      options: {
        ...Object.fromEntries(values.map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries(marks.map((name) => [name, { type: 'boolean' as const }])),
      },
    });
    return new Map(Object.entries(found).map(([name, value]) => [name, String(value)]));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
