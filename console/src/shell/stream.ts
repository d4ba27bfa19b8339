import type { QueryClient } from '@tanstack/react-query';
import { z } from 'zod';

const news = z.object({ topics: z.array(z.string()) });
/** Several orders may change in one breath; one refetch is enough. */
const gatherMs = 120;
/** The server hangs up every few minutes to ask again who we are: no reason to worry anybody. */
const worryMs = 4_000;
/** A replaced stream stays a moment, so that nothing falls between the two. */
const overlapMs = 2_000;
const anything = '*';

function concerns(listened: readonly string[] | undefined, happened: ReadonlySet<string>): boolean {
  if (listened === undefined) return false;
  if (happened.has(anything)) return true;
  return listened.some((topic) => {
    if (!topic.endsWith(':')) return happened.has(topic);
    return [...happened].some((one) => one.startsWith(topic));
  });
}

interface StreamWords {
  client: QueryClient;
  topics: readonly string[];
  onLive: (isLive: boolean) => void;
}

/** Opens the live stream for these topics; answers how to close it. */
export function openStream({ client, topics, onLive }: StreamWords): () => void {
  let gathered = new Set<string>();
  let isGathering = false;
  let worryTimer: ReturnType<typeof setTimeout> | undefined;
  let wasCut = false;

  const refresh = () => {
    const happened = gathered;
    gathered = new Set();
    isGathering = false;
    client.invalidateQueries({ predicate: (query) => concerns(query.meta?.topics, happened) });
  };
  const query = topics.map((topic) => `topic=${encodeURIComponent(topic)}`).join('&');
  const stream = new EventSource(`/api/stream?${query}`);
  stream.onopen = () => {
    clearTimeout(worryTimer);
    worryTimer = undefined;
    onLive(true);
    // What was said while the line was cut is lost: read what is on screen again.
    if (wasCut) client.invalidateQueries({ refetchType: 'active' });
    wasCut = false;
  };
  stream.onerror = () => {
    wasCut = true;
    worryTimer ??= setTimeout(() => onLive(false), worryMs);
  };
  stream.onmessage = (message) => {
    const said = news.safeParse(JSON.parse(String(message.data)));
    if (!said.success) return;
    for (const topic of said.data.topics) gathered.add(topic);
    if (isGathering) return;
    isGathering = true;
    setTimeout(refresh, gatherMs);
  };
  return () => {
    clearTimeout(worryTimer);
    setTimeout(() => {
      clearTimeout(worryTimer);
      stream.close();
    }, overlapMs);
  };
}
