import { type LetterBox, letters, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { keysetPages } from '../../ui/keyset-pages.ts';

const topics = ['letters'];
export type LetterRow = ReplyOf<typeof letters.listLetters>['rows'][number];
export type Whole = ReplyOf<typeof letters.readLetter>;
export type Receipt = Whole['receipts'][number];
export type Template = ReplyOf<typeof letters.listTemplates>['rows'][number];

/** First words of the query keys that change with a letter. */
export const staleLetters = ['letters'];

export const lettersQuery = (box: LetterBox) =>
  keysetPages({
    queryKey: ['letters', 'list', box],
    topics,
    page: (from, signal) =>
      call(
        letters.listLetters,
        { box, ...from },
        {
          signal,
        },
      ),
  });

export const letterQuery = (letterId: string) =>
  queryOptions({
    queryKey: ['letters', 'one', letterId],
    meta: { topics },
    queryFn: ({ signal }) => call(letters.readLetter, { letterId }, { signal }),
  });

export const templatesQuery = queryOptions({
  queryKey: ['letter-templates'],
  queryFn: ({ signal }) => call(letters.listTemplates, {}, { signal }),
});
