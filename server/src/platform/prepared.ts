import type { CompiledQuery } from 'kysely';
import type pg from 'pg';

const keptNames = new Map<string, string>();
let generation = 0;
const mostKept = 500;
const keptMark = '/* kept */';

/**
 * What finds or writes rows by their key is prepared once per connection: parsing and planning it anew
 * costs more than running it. Lists (they have a limit) and hand-written SQL without the mark are planned
 * for their values each time: a generic plan of a list or a search is many times slower.
 */
export function keptName({ sql, query }: CompiledQuery): string | undefined {
  if (!isByKey(query, sql)) return undefined;
  const known = keptNames.get(sql);
  if (known !== undefined || keptNames.size >= mostKept) return known;
  const name = `kept_${generation}_${keptNames.size}`;
  keptNames.set(sql, name);
  return name;
}

export function prepareAllAnew(): void {
  generation += 1;
  keptNames.clear();
}

function isByKey(query: CompiledQuery['query'], sql: string): boolean {
  if (query.kind === 'SelectQueryNode') return query.limit === undefined;
  return query.kind === 'RawNode' ? sql.startsWith(keptMark) : true;
}

/** A prepared `select *` does not survive a column more. Tried again it is prepared under another name. */
export const isOutdatedPlan = ({ code, routine }: pg.DatabaseError): boolean =>
  code === '0A000' && routine === 'RevalidateCachedQuery';
