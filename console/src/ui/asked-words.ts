import {
  attemptChannelLabel,
  type callBack,
  ratingLabel,
  solvedAnswerLabel,
} from '@minsheng/contract';
import type { z } from 'zod';
import { askedText } from './text.ts';

type Asked = z.output<typeof callBack.attemptView>;

/** 一次回访 in words: how the requester was heard, and each answer apart. */
export function askedWords(one: Asked): string {
  return [
    attemptChannelLabel[one.channel],
    ...(one.channel === 'call' ? [one.reached ? askedText.reached : askedText.notReached] : []),
    one.solved && solvedAnswerLabel[one.solved],
    one.processRating && askedText.process(ratingLabel[one.processRating]),
    one.resultRating && askedText.result(ratingLabel[one.resultRating]),
    one.reason,
  ]
    .filter(Boolean)
    .join(' · ');
}
