import { wordsOf } from '../text/index.ts';
import type { Blend } from './blend.ts';
import { cleanMessage, type Message } from './clean-text.ts';
import { wordFeatures } from './features.ts';
import { numberOf } from './vocabulary.ts';

const fewestCharacters = 4;
const fewestKnown = 2;
const leastShare = 0.3;

/** 是否读得懂: Chinese enough, and enough words the model has met; digits, pinyin and other scripts say nothing to it. */
export function makesSense(blend: Blend, message: Message): boolean {
  const { title, detail } = cleanMessage(message);
  const text = `${title},${detail}`;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han < fewestCharacters) return false;
  const words = [...new Set(wordsOf(text))];
  const known = words.filter((word) =>
    wordFeatures(word).some((hash) => numberOf(blend.vocabulary, hash) >= 0),
  );
  return known.length >= fewestKnown && known.length >= leastShare * words.length;
}
