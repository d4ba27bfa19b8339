import type { ReadMessage } from './read-message.ts';

/** 平常的词: in how many of all messages each word stands. 反映, 希望 say nothing of this thing. */
export interface Usual {
  readonly counts: ReadonlyMap<string, number>;
  readonly messages: number;
}

export function usualWords(messages: readonly ReadMessage[]): Usual {
  return { counts: countsIn(messages), messages: messages.length };
}

function countsIn(messages: readonly ReadMessage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { clauses } of messages) {
    const words = new Set(clauses.flatMap(({ words }) => words.map(({ word }) => word)));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** In what share of the messages that are not of this group a word stands. */
export function elsewhere(usual: Usual, group: readonly ReadMessage[]): (word: string) => number {
  const own = countsIn(group);
  const others = usual.messages - group.length;
  return (word) =>
    others <= 0 ? 0 : ((usual.counts.get(word) ?? 0) - (own.get(word) ?? 0)) / others;
}
