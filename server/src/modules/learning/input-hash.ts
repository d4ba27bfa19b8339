import { blindIndex, type Keys } from '../../platform/secrets.ts';
import type { Message } from './clean-text.ts';

/** 输入摘要: keyed, of the words a suggestion was made from; it says whether two were the same, and never what they were. */
export const hashOf = (keys: Keys, { title, detail }: Message): Buffer =>
  blindIndex(keys, 'learning', `${title}\n${detail}`);
