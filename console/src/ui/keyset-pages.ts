import { infiniteQueryOptions } from '@tanstack/react-query';

interface PagesOf<Page> {
  queryKey: readonly unknown[];
  /** What is announced when the list may have changed. */
  topics: readonly string[];
  /** One page; the first has no cursor. */
  page: (from: { cursor?: string }, signal: AbortSignal) => Promise<Page>;
}

const firstPage = (): string | null => null;

/** A list read page by page, as `KeysetList` shows it. */
export function keysetPages<Page extends { next: string | null }>({
  queryKey,
  topics,
  page,
}: PagesOf<Page>) {
  return infiniteQueryOptions({
    queryKey,
    meta: { topics: [...topics] },
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      page(pageParam === null ? {} : { cursor: pageParam }, signal),
    getNextPageParam: (last) => last.next,
  });
}
