import { pinyin } from 'pinyin-pro';

/** 拼音: one syllable a character, without tones; letters and digits stand for themselves. */
export function syllablesOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true })
    .map((syllable) => syllable.toLowerCase())
    .filter((syllable) => /^[a-z0-9]+$/.test(syllable));
}

/**
 * How well typed letters spell a run of syllables, each by its whole or its beginning: `jinggai`, `jg` and `jingg`
 * all spell 井盖. 0 is not at all, 1 is the whole name letter by letter.
 */
export function spells(letters: string, syllables: readonly string[]): number {
  let best = 0;
  for (let start = 0; start < syllables.length; start += 1) {
    const spelled = lettersSpelled(letters, syllables, start);
    if (spelled === 0) continue;
    const fromTheFront = start === 0 ? 0.2 : 0;
    best = Math.max(best, 0.6 + fromTheFront + 0.2 * (letters.length / spelled));
  }
  return best;
}

/** Letters that the touched syllables have in full; 0 when the letters do not spell from here. */
function lettersSpelled(letters: string, syllables: readonly string[], at: number): number {
  if (letters === '') return 0;
  const syllable = syllables[at];
  if (syllable === undefined) return 0;
  for (let taken = sharedLength(letters, syllable); taken > 0; taken -= 1) {
    if (taken === letters.length) return syllable.length;
    const rest = lettersSpelled(letters.slice(taken), syllables, at + 1);
    if (rest > 0) return syllable.length + rest;
  }
  return 0;
}

function sharedLength(letters: string, syllable: string): number {
  let shared = 0;
  while (shared < syllable.length && letters[shared] === syllable[shared]) shared += 1;
  return shared;
}
