import { sql } from 'kysely';

const dayMs = 86_400_000;

/** The instant a day of the city begins; China keeps one offset all year. */
export function dayStart(on: string, daysLater = 0): Date {
  return new Date(Date.parse(`${on}T00:00:00+08:00`) + daysLater * dayMs);
}

/** An order's id tells when it was accepted, so a span of days is a range of ids, and months outside it are not read. */
export const firstIdAt = (at: Date) => sql<string>`platform.first_id(${at})`;
