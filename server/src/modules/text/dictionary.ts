import { dict } from '@node-rs/jieba/dict.js';

export interface DictionaryEntry {
  readonly word: string;
  readonly frequency: number;
  /** What kind of word it is, as `TaggedWord.tag`. */
  readonly tag: string;
}

/** 词典: every word the cutter knows without a city; a tenth of a second, so keep what you make of it. */
export function* dictionaryEntries(): Generator<DictionaryEntry> {
  const lines = new TextDecoder().decode(dict);
  for (let from = 0; from < lines.length; ) {
    const end = lines.indexOf('\n', from);
    const line = lines.slice(from, end < 0 ? lines.length : end);
    const [gap, last] = [line.indexOf(' '), line.lastIndexOf(' ')];
    if (gap > 0 && last > gap)
      yield {
        word: line.slice(0, gap),
        frequency: Number(line.slice(gap + 1, last)),
        tag: line.slice(last + 1).trimEnd(),
      };
    from = end < 0 ? lines.length : end + 1;
  }
}
