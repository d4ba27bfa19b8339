import { z } from 'zod';
import { type Fault, GeoFault } from './fault.ts';
import { text } from './text.ts';

/** What was sent, by name: address and body together, each name with all its values. An empty one was not sent. */
export type Arguments = ReadonlyMap<string, readonly string[]>;

export function argumentsOf(...sources: readonly unknown[]): Arguments {
  const all = new Map<string, string[]>();
  for (const source of sources) {
    for (const [name, value] of pairsOf(source)) {
      const said = value.trim();
      if (said !== '') all.set(name, [...(all.get(name) ?? []), said]);
    }
  }
  return all;
}

function pairsOf(source: unknown): [string, string][] {
  if (source instanceof URLSearchParams) return [...source.entries()];
  return Object.entries(source ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, String(one)]),
  );
}

/** Texts no database keeps: with a NUL, or with half a character. */
export function refuseUnreadable(said: Arguments): void {
  const isBad = (text: string) => text.includes('\0') || !text.isWellFormed();
  const bad = [...said].filter(([name, values]) => isBad(name) || values.some(isBad));
  refuseFaults(
    bad.map(([name]) => ({
      code: 'unreadable',
      description: text.wrong(name.replaceAll('\0', '')),
    })),
  );
}

export const one = (said: Arguments, name: string): string | undefined => said.get(name)?.at(-1);

/** `a,b` and the name twice are the same. */
export const list = (said: Arguments, name: string): string[] =>
  (said.get(name) ?? [])
    .flatMap((value) => value.split(','))
    .flatMap((value) => value.trim() || []);

/** Reads one argument by a shape; a wrong one is a fault that names it. */
export function read<T>(
  said: Arguments,
  name: string,
  shape: z.ZodType<T>,
  faults: Fault[],
): T | undefined {
  const value = one(said, name);
  if (value === undefined) return undefined;
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  faults.push({ code: `wrong-${name}`, description: text.wrong(name) });
  return undefined;
}

/** An instant with seconds and a zone (W3C profile of ISO 8601). */
export const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value));

export const latitude = z.coerce.number().min(-90).max(90);
export const longitude = z.coerce.number().min(-180).max(180);

export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new GeoFault(400, ...faults);
}
