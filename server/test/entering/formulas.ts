import { sql } from 'kysely';
import type { Database } from '../../src/platform/db.ts';

/** What a spreadsheet would run: words that people write, and that come into sheets. */
export const formula = '=HYPERLINK("http://example.org/";"x")';

/** In the title of every letter, task and meeting. */
export async function plantFormulas({ kysely }: Database): Promise<void> {
  for (const [table, column] of [
    ['letters.letter', 'title'],
    ['tasks.task', 'title'],
    ['meetings.meeting', 'title'],
  ] as const)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${formula}`.execute(kysely);
}
