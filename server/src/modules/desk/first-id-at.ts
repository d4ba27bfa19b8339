import { sql } from 'kysely';

/** An order's id tells when it was accepted, so a span of days is a range of ids, and months outside it are not read. */
export const firstIdAt = (at: Date) => sql<string>`platform.first_id(${at})`;
