import { sql } from 'kysely';

/** An order's id tells when it was accepted, so a span of days is a range of ids, and months outside it are not read. */
export const firstIdAt = (at: Date) => sql<string>`platform.first_id(${at})`;

/** An id begins with the millisecond it was made in. */
export const msOf = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);

export function idAtMs(ms: number): string {
  const hex = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
