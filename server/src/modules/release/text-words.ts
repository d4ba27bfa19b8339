import type { ReleasePart } from '@minsheng/contract/words/release.ts';
import type { Context } from '../../platform/context.ts';
import { blindIndex } from '../../platform/secrets.ts';
import { appealText, find, type StoredText, textsOf } from '../orders/index.ts';
import type { TextRow } from './release-texts.repo.ts';

export interface LeavingWords {
  readonly part: ReleasePart;
  readonly text_no: number;
  readonly words: string;
}

const replied: ReadonlySet<string> = new Set([
  'call-back',
  'closed',
  'archived',
  'answered',
  'disposed',
]);

/** 外发内容: what of an order leaves: what was asked, and the public reply once it stands. */
export async function leavingWords(ctx: Context, orderId: string): Promise<LeavingWords[]> {
  const [order, texts] = await Promise.all([find(ctx, orderId), textsOf(ctx, orderId)]);
  const appeal = appealText(texts);
  const reply = replied.has(order?.status ?? '')
    ? texts.findLast(({ kind }) => kind === 'answer')
    : undefined;
  return (['title', 'content', 'demand', 'reply'] as const).flatMap((part) => {
    const text = part === 'reply' ? reply : appeal;
    const words = text ? wordsOfPart(text, part) : '';
    return text && words !== '' ? [{ part, text_no: text.no, words }] : [];
  });
}

/** Words are known again without being kept a second time. */
export const digestOf = (ctx: Context, words: string): Buffer =>
  blindIndex(ctx.keys, 'release', words);

/** The words as they stand now; null when they are others than those that were read: corrected, or their person erased. */
export function wordsNow(
  ctx: Context,
  texts: readonly StoredText[],
  row: Pick<TextRow, 'text_no' | 'part' | 'digest'>,
): string | null {
  const text = texts.find(({ no }) => no === row.text_no);
  const words = text ? wordsOfPart(text, row.part) : '';
  return digestOf(ctx, words).equals(row.digest) ? words : null;
}

const wordsOfPart = ({ title, content, demand }: StoredText, part: ReleasePart): string => {
  switch (part) {
    case 'title':
      return title;
    case 'demand':
      return demand;
    case 'content':
    case 'reply':
      return content;
    default:
      return part satisfies never;
  }
};
