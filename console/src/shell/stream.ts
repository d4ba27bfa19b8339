import type { QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { topicsRefused } from './stream-refused.ts';

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
  const gather = gatherer(client);
  let worryTimer: ReturnType<typeof setTimeout> | undefined;
  let wasCut = false;
  let isClosed = false;
  let stream: EventSource | undefined;

  const calm = () => {
    clearTimeout(worryTimer);
    worryTimer = undefined;
    onLive(true);
  };
  const open = (asked: readonly string[]) => {
    if (isClosed) return;
    if (asked.length === 0) return calm();
    const address = addressOf(asked);
    stream = new EventSource(address);
    stream.onopen = () => {
      calm();
      // What was said while the line was cut is lost: read what is on screen again.
      if (wasCut) client.invalidateQueries({ refetchType: 'active' });
      wasCut = false;
    };
    stream.onerror = async () => {
      wasCut = true;
      worryTimer ??= setTimeout(() => onLive(false), worryMs);
      if (stream?.readyState !== EventSource.CLOSED) return;
      // The browser gives up a stream that was refused: what is ours to hear goes on without the rest.
      const refused = await topicsRefused(address);
      const rest = asked.filter((topic) => !refused.has(topic));
      setTimeout(() => open(rest), refused.size === 0 ? worryMs : 0);
    };
    stream.onmessage = ({ data }) => gather(String(data));
  };
  open(topics);
  return () => {
    clearTimeout(worryTimer);
    setTimeout(() => {
      clearTimeout(worryTimer);
      isClosed = true;
      stream?.close();
    }, overlapMs);
  };
}

const addressOf = (topics: readonly string[]): string =>
  `/api/stream?${topics.map((topic) => `topic=${encodeURIComponent(topic)}`).join('&')}`;

/** Collects what was said for a moment, then has everything that listens to it read again. */
function gatherer(client: QueryClient): (data: string) => void {
  let gathered = new Set<string>();
  let isGathering = false;
  const refresh = () => {
    const happened = gathered;
    gathered = new Set();
    isGathering = false;
    client.invalidateQueries({ predicate: (query) => concerns(query.meta?.topics, happened) });
  };
  return (data) => {
    const said = news.safeParse(JSON.parse(data));
    if (!said.success) return;
    for (const topic of said.data.topics) gathered.add(topic);
    if (isGathering) return;
    isGathering = true;
    setTimeout(refresh, gatherMs);
  };
}
