import type { Clause, ReadMessage } from './read-message.ts';

/** 原因: words that several people share, and one clause that says it. */
export interface Reason {
  readonly words: string;
  readonly people: number;
  readonly orders: number;
  readonly quote: string;
  readonly quotedFrom: string;
}

interface Told {
  readonly term: string;
  readonly orderId: string;
  readonly person: string;
  readonly clause: string;
}

const mostReasons = 4;
const fewestReasons = 2;
/** In what share of all other messages a word stands. */
type ShareOf = (word: string) => number;

/** What others say nearly as often is how one complains, and no reason. */
const leastLift = 3;
const shortestQuote = 8;

/** 原因: greedily the term most people share, without what was told already. */
export function reasonsIn(
  messages: readonly ReadMessage[],
  { without, shareOf }: { without: readonly string[]; shareOf: ShareOf },
): Reason[] {
  const told = messages.flatMap((message) => toldIn(message, without));
  const own = Map.groupBy(told, ({ term }) => term);
  const all = peopleOf(messages);
  let left = told.filter(
    ({ term }) => peopleOf(own.get(term) ?? []) / all >= leastLift * shareOf(term),
  );
  const reasons: Reason[] = [];
  while (reasons.length < mostReasons && left.length > 0) {
    const best = bestOf(left, shareOf);
    if (best === null) break;
    const reason = reasonOf(best);
    if (reason.people < 2 && reasons.length >= fewestReasons) break;
    reasons.push(reason);
    const clauses = new Set(best.map(({ orderId, clause }) => `${orderId} ${clause}`));
    left = left.filter(
      ({ orderId, clause, term }) =>
        !clauses.has(`${orderId} ${clause}`) && !overlaps(term, reason.words),
    );
  }
  return reasons;
}

const peopleOf = (told: readonly { readonly person: string }[]): number =>
  new Set(told.map(({ person }) => person)).size;

const overlaps = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

function bestOf(told: readonly Told[], shareOf: ShareOf): Told[] | null {
  const byTerm = [...Map.groupBy(told, ({ term }) => term)];
  const worth = ([term, all]: [string, Told[]]): number =>
    peopleOf(all) * (1 - shareOf(term)) + Math.min(term.length, 4) / 10;
  return byTerm.toSorted((a, b) => worth(b) - worth(a))[0]?.[1] ?? null;
}

function reasonOf(told: readonly Told[]): Reason {
  const byLength = told.toSorted((a, b) => a.clause.length - b.clause.length);
  const quoted = byLength.find(({ clause }) => clause.length >= shortestQuote) ?? byLength.at(-1);
  return {
    words: told[0]?.term ?? '',
    people: peopleOf(told),
    orders: new Set(told.map(({ orderId }) => orderId)).size,
    quote: quoted?.clause ?? '',
    quotedFrom: quoted?.orderId ?? '',
  };
}

function toldIn({ id, person, clauses }: ReadMessage, without: readonly string[]): Told[] {
  return clauses.flatMap((clause) =>
    termsOf(clause)
      .filter((term) => !without.some((word) => overlaps(word, term)))
      .map((term) => ({ term, orderId: id, person, clause: clause.text })),
  );
}

/** Single words, and a noun with what is said of it: 班次少 of 班次太少. */
function termsOf({ words }: Clause): string[] {
  const telling = words.filter(({ tag }) => !/^[dupmqyxrc]/.test(tag) || /^ul?$/.test(tag));
  const single = telling.filter(({ word, tag }) => word.length >= 2 && /^[nvail]/.test(tag));
  const pairs = telling.flatMap(({ word, tag }, at) => {
    const next = telling[at + 1];
    return next && /^(?:n(?!r)|v)/.test(tag) && /^(?:a|z|i)/.test(next.tag) && word.length >= 2
      ? [`${word}${next.word}`]
      : [];
  });
  return [...new Set([...pairs, ...single.map(({ word }) => word)])];
}
