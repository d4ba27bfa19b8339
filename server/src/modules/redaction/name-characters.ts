import { dictionaryEntries } from '../text/index.ts';
import { doubleSurnames, surnames } from './name-words.ts';

/** How much more often a character stands in this place of a name than in other words, as a logarithm. */
interface CharacterOdds {
  readonly first: Odds;
  readonly second: Odds;
  readonly only: Odds;
}
type Odds = (character: string) => number;

const double = new RegExp(`^(?:${doubleSurnames})`);
const highest = 4;
/** Counts weigh little until a character was seen some times. */
const imagined = 5000;
let learnt: CharacterOdds | null = null;

/** 名用字几率: learnt once from the names and the other words of the cutter's dictionary. */
export function givenOdds(given: string): number {
  learnt ??= learn();
  const [first = '', second] = Array.from(given);
  if (second === undefined) return within(learnt.only(first));
  return within((learnt.first(first) + learnt.second(second)) / 2);
}

function learn(): CharacterOdds {
  const [words, first, second, only] = [counts(), counts(), counts(), counts()];
  for (const { word, frequency, tag } of dictionaryEntries()) {
    if (!tag.startsWith('nr')) {
      const weight = Math.sqrt(frequency);
      for (let at = 0; at < word.length; at += 1) add(words, word.charCodeAt(at), weight);
      continue;
    }
    const rest = word.length - surnameLength(word);
    if (rest === word.length) continue;
    if (rest === 1) add(only, word.charCodeAt(word.length - 1), 1);
    if (rest !== 2) continue;
    add(first, word.charCodeAt(word.length - 2), 1);
    add(second, word.charCodeAt(word.length - 1), 1);
  }
  return { first: odds(first, words), second: odds(second, words), only: odds(only, words) };
}

const surnameLength = (word: string): number =>
  word.length > 2 && double.test(word) ? 2 : Number(surnames.has(word.charAt(0)));

const within = (value: number): number => Math.max(-highest, Math.min(highest, value));

interface Counts {
  readonly by: Float64Array;
  all: number;
}

const counts = (): Counts => ({ by: new Float64Array(0x10000), all: 0 });

function add(to: Counts, code: number, weight: number): void {
  to.by[code] = (to.by[code] ?? 0) + weight;
  to.all += weight;
}

function odds(names: Counts, words: Counts): Odds {
  const share = ({ by, all }: Counts, code: number) => ((by[code] ?? 0) + 1) / (all + imagined);
  return (character) => {
    const code = character.charCodeAt(0);
    return within(Math.log(share(names, code) / share(words, code)));
  };
}
