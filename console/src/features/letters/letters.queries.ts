import { letters, type ReplyOf } from '@minsheng/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

const topics = ['letters'];
const firstPage = (): string | null => null;

export type LetterBox = (typeof letters.letterBoxes)[number];
export type LetterRow = ReplyOf<typeof letters.listLetters>['rows'][number];
export type Whole = ReplyOf<typeof letters.readLetter>;
export type Receipt = Whole['receipts'][number];
export type Template = ReplyOf<typeof letters.listTemplates>['rows'][number];

/** First words of the query keys that change with a letter. */
export const staleLetters = ['letters'];

export const lettersQuery = (box: LetterBox) =>
  infiniteQueryOptions({
    queryKey: ['letters', 'list', box],
    meta: { topics },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(letters.listLetters, pageParam === null ? { box } : { box, cursor: pageParam }, {
        signal,
      }),
    getNextPageParam: (last) => last.next,
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
