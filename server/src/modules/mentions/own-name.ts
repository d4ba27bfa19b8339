import { dictionaryWords } from '../text/index.ts';

const ownWord = /^(?:nr.*|nz)$/;

/** 专名: no word of the language: 鸿达, and not 阳光. */
export const isOwnName = (name: string): boolean =>
  dictionaryWords(name).every(({ word, tag }) => word.length === 1 || ownWord.test(tag));
