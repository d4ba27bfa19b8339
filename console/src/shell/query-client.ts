import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused } from './call.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** News that make this query stale: a topic, or its beginning ending in a colon or slash. */
      topics?: readonly string[];
    };
  }
}

function signedOut(cause: Error): boolean {
  return cause instanceof Refused && cause.status === 401;
}

function worthRetrying(failures: number, cause: Error): boolean {
  const mayPass = cause instanceof Refused && (cause.status === 0 || cause.status >= 500);
  return mayPass && failures < 2;
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (cause) => {
      if (signedOut(cause)) queryClient.setQueryData(['me'], null);
    },
  }),
  mutationCache: new MutationCache({
    onError: (cause) => {
      if (signedOut(cause)) queryClient.setQueryData(['me'], null);
    },
  }),
  defaultOptions: {
    queries: { staleTime: 10_000, retry: worthRetrying, refetchOnWindowFocus: true },
  },
});
