import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** Of the orders of a month, how many have a word: from 0 to 1. What is not in it few have. */
type Shares = ReadonlyMap<string, number>;

interface Frequent {
  readonly words: Shares;
  readonly bigrams: Shares;
}

interface Kept {
  readonly frequent: Promise<Frequent>;
  readonly readAt: number;
}

const keptFor = 10 * 60_000;
const monthMs = 31 * 86_400_000;

/** One program is one city; the ports stand for it. */
const kept = new WeakMap<object, Kept>();

/** 常见词, as PostgreSQL counted them in the month before this one; read anew every ten minutes. Of a new city nothing is known to be frequent. */
export function frequentWords(ctx: Context): Promise<Frequent> {
  const known = kept.get(ctx.ports);
  if (known && performance.now() - known.readAt < keptFor) return known.frequent;
  const frequent = readFrequent(ctx);
  kept.set(ctx.ports, { frequent, readAt: performance.now() });
  // A reading that failed is no reading: the next asks again.
  frequent.catch(() => kept.delete(ctx.ports));
  return frequent;
}

async function readFrequent(ctx: Context): Promise<Frequent> {
  const month = new Date(ctx.now.getTime() - monthMs).toISOString().slice(0, 7).replace('-', '_');
  const { rows } = await sql<{ of: 'words' | 'bigrams'; lexemes: string[]; shares: number[] }>`
    select attname as of, most_common_elems::text::text[] as lexemes, most_common_elem_freqs as shares
    from pg_stats
    where schemaname = 'orders' and tablename = ${`search_${month}`} and attname in ('words', 'bigrams')
      and most_common_elems is not null`.execute(ctx.tx);
  const sharesOf = (of: 'words' | 'bigrams'): Shares => {
    const found = rows.find((row) => row.of === of);
    return new Map(found?.lexemes.map((lexeme, at) => [lexeme, found.shares[at] ?? 0]));
  };
  return { words: sharesOf('words'), bigrams: sharesOf('bigrams') };
}

const frequentFrom = 0.05;
const least = 2;

/**
 * 有区分的词: of words that are all asked for, those that few orders have; the two rarest where all are frequent. To walk
 * along what nearly every order has costs most and leaves nobody out.
 */
export function tellingOf(query: string, shares: Shares): string {
  const terms = query
    .split(' & ')
    .map((term) => ({ term, share: shares.get(lexemeOf(term)) ?? 0 }));
  const few = terms.filter(({ share }) => share < frequentFrom);
  const chosen = few.length > 0 ? few : terms.toSorted((a, b) => a.share - b.share).slice(0, least);
  return chosen.map(({ term }) => term).join(' & ');
}

/** As a `tsquery` quotes it. */
const lexemeOf = (term: string): string =>
  term.slice(1, -1).replaceAll("''", "'").replaceAll('\\\\', '\\');
