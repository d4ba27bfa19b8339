import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { keptFor } from '../../platform/kept-for.ts';
import { msOf } from './first-id-at.ts';

/** Of the orders of a month, how many have a word: from 0 to 1. What is not in it few have. */
type Shares = ReadonlyMap<string, number>;

/** Of words and of pairs of characters, month by month (`2026_03`). */
type Frequent = ReadonlyMap<string, Partial<Record<'words' | 'bigrams', Shares>>>;

const frequentFrom = 0.05;
const least = 2;

/** 常见词, as PostgreSQL counted them in each month; read anew every ten minutes. Of a month not counted yet nothing is known to be frequent. */
const frequentWords = keptFor(10 * 60_000, async (ctx): Promise<Frequent> => {
  const { rows } = await sql<{
    month: string;
    of: 'words' | 'bigrams';
    lexemes: string[];
    shares: number[];
  }>`
    select substr(tablename, 8) as month, attname as of,
      most_common_elems::text::text[] as lexemes, most_common_elem_freqs as shares
    from pg_stats
    where schemaname = 'orders' and tablename like 'search\\_%' and attname in ('words', 'bigrams')
      and most_common_elems is not null`.execute(ctx.tx);
  const sharesOf = ({ lexemes, shares }: (typeof rows)[number]): Shares =>
    new Map(
      lexemes.flatMap((lexeme, at) => {
        const share = shares[at] ?? 0;
        return share < frequentFrom ? [] : [[lexeme, share]];
      }),
    );
  return new Map(
    [...Map.groupBy(rows, ({ month }) => month)].map(([month, found]) => [
      month,
      Object.fromEntries(found.map((row) => [row.of, sharesOf(row)])),
    ]),
  );
});

interface Asked {
  readonly words: string;
  readonly pairs: string;
}

/** What the index is asked for in each span between two bounds: what is frequent in its month is asked of the rows alone. */
export async function tellingIn(
  ctx: Context,
  { words, pairs }: Asked,
  bounds: readonly string[],
): Promise<{ words: string[]; pairs: string[] }> {
  const frequent = await frequentWords(ctx);
  const each = bounds.slice(0, -1).map((before) => frequent.get(monthBelow(before)));
  return {
    words: each.map((month) => tellingOf(words, month?.words)),
    pairs: each.map((month) => tellingOf(pairs, month?.bigrams)),
  };
}

const monthBelow = (id: string): string =>
  new Date(msOf(id) - 1).toISOString().slice(0, 7).replace('-', '_');

/**
 * 有区分的词: of words that are all asked for, those that few orders have; the two rarest where all are frequent. To walk
 * along what nearly every order has costs most and leaves nobody out.
 */
export function tellingOf(query: string, shares: Shares = new Map()): string {
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
