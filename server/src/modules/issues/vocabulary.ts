/** 词表: a number for every word, and in how many messages it stands. */
export class Vocabulary {
  readonly words: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly #frequencies: number[] = [];

  /** Numbers with counts for the words of one message, each of which is now known to stand in one message more. */
  count(words: readonly string[]): Map<number, number> {
    const counts = new Map<number, number>();
    for (const word of words) {
      const id = this.idOf(word);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const id of counts.keys()) this.#frequencies[id] = this.frequency(id) + 1;
    return counts;
  }

  frequency(id: number): number {
    return this.#frequencies[id] ?? 0;
  }

  word(id: number): string {
    return this.words[id] ?? '';
  }

  idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    this.#ids.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  get frequencies(): readonly number[] {
    return this.#frequencies;
  }
}

/** 稀有度 by number: 1 for a term nobody else has, 0 for one everybody has. */
export function raritiesOf(frequencies: readonly number[], messages: number): Float64Array {
  const every = Math.log(messages + 1);
  return Float64Array.from(frequencies, (frequency) => 1 - Math.log(frequency || 1) / every);
}
