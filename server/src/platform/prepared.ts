import { type CompiledQuery, sql } from 'kysely';
import type pg from 'pg';

const keptNames = new Map<string, string>();
let generation = 0;
const mostKept = 500;
const keptMark = '/* kept */';
/** For a list whose plan does not depend on its values: `.modifyFront(keptList)`, its limit a literal. */
export const keptList = sql.raw(keptMark);

/**
 * What finds or writes rows by their key is prepared once per connection: parsing and planning it anew
 * costs more than running it. Lists (they have a limit) and hand-written SQL without the mark are planned
 * for their values each time: a generic plan of a list or a search is many times slower. Of a table with
 * years of months planning alone takes longer than all else: what can be planned once is marked.
 */
export function keptName({ sql: text, query }: CompiledQuery): string | undefined {
  if (!isKept(query, text)) return undefined;
  const known = keptNames.get(text);
  if (known !== undefined || keptNames.size >= mostKept) return known;
  const name = `kept_${generation}_${keptNames.size}`;
  keptNames.set(text, name);
  return name;
}

export function prepareAllAnew(): void {
  generation += 1;
  keptNames.clear();
}

function isKept(query: CompiledQuery['query'], text: string): boolean {
  if (query.kind === 'SelectQueryNode')
    return query.limit === undefined || text.startsWith(`select ${keptMark}`);
  return query.kind === 'RawNode' ? text.startsWith(keptMark) : true;
}

/** A prepared `select *` does not survive a column more. Tried again it is prepared under another name. */
export const isOutdatedPlan = ({ code, routine }: pg.DatabaseError): boolean =>
  code === '0A000' && routine === 'RevalidateCachedQuery';
