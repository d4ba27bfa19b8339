import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { openStream } from './stream.ts';

const pollWhileCutMs = 15_000;

const LiveContext = createContext(true);

/** What the queries on screen listen to, by name; beginnings such as `unit:` come to us unasked. */
function wantedTopics(client: QueryClient): string {
  const active = client.getQueryCache().findAll({ type: 'active' });
  const topics = active.flatMap((query) => query.meta?.topics ?? []);
  return [...new Set(topics.filter((topic) => !topic.endsWith(':')))].sort().join('\n');
}

function useWantedTopics(): string {
  const client = useQueryClient();
  const [topics, setTopics] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      setTopics(wantedTopics(client));
    };
    const unsubscribe = client.getQueryCache().subscribe((event) => {
      if (event.type.startsWith('observer')) timer ??= setTimeout(look, 60);
    });
    look();
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [client]);
  return topics;
}

/** Keeps one stream to the server; what it says has changed is read again. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [isLive, setLive] = useState(true);
  const topics = useWantedTopics();

  useEffect(() => {
    if (topics === '') return;
    return openStream({ client, topics: topics.split('\n'), onLive: setLive });
  }, [client, topics]);

  useEffect(() => {
    if (isLive) return;
    const timer = setInterval(
      () => client.invalidateQueries({ predicate: (query) => query.meta?.topics !== undefined }),
      pollWhileCutMs,
    );
    return () => clearInterval(timer);
  }, [client, isLive]);

  return <LiveContext value={isLive}>{children}</LiveContext>;
}

export function useIsLive(): boolean {
  return useContext(LiveContext);
}
