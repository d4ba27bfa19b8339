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
  const text = textOf(message);
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han < fewestCharacters) return false;
  const { met, all } = wordsMet(blend, text);
  return met >= fewestKnown && met >= leastShare * all;
}

/** 生词比例. */
export function shareNeverMet(blend: Blend, message: Message): number {
  const { met, all } = wordsMet(blend, textOf(message));
  return all === 0 ? 0 : 1 - met / all;
}

function textOf(message: Message): string {
  const { title, detail } = cleanMessage(message);
  return `${title},${detail}`;
}

function wordsMet(blend: Blend, text: string): { met: number; all: number } {
  const words = [...new Set(wordsOf(text))];
  const met = words.filter((word) =>
    wordFeatures(word).some((hash) => numberOf(blend.vocabulary, hash) >= 0),
  ).length;
  return { met, all: words.length };
}
