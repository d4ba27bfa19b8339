import type { Json } from '../../platform/json.ts';

// What a field of an event says, if it says what is expected of it.

export const textOf = (value: Json | undefined): string | null =>
  typeof value === 'string' ? value : null;

/** `undefined` stays what it is: the event does not say. */
export function instantOf(value: Json | undefined): Date | null | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' ? new Date(value) : null;
}

export const numberOf = (value: Json | undefined): number | null =>
  typeof value === 'number' ? value : null;

export const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : [];

/** A part of an event that is a record of its own. */
export function partOf(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}
