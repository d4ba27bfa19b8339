import { Agent, get, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Person } from '../../stories/kit/person.ts';
import { keepAlive } from './keep-alive.ts';

export interface Page {
  readonly person: Person;
  readonly topics: readonly string[];
  readonly listPath: string;
}

export interface Refresh {
  readonly heardAt: number;
  readonly shownAt: number;
}

/** An open console: one stream, and what it reads again when it hears of a change. */
export interface Console {
  readonly counts: { heard: number; fetched: number; reopened: number };
  /** The next time it has heard and has the counters and its list before it; null: not in time. */
  nextRefresh(withinMs: number): Promise<Refresh | null>;
  close(): void;
}

// As `console/src/shell/stream.ts` does it.
const gatherMs = 120;
const retryMs = 1000;
const news = z.object({ topics: z.array(z.string()) });

/** Resolves once the server has begun to speak. */
export async function openConsole(url: string, page: Page): Promise<Console> {
  const counts = { heard: 0, fetched: 0, reopened: 0 };
  const refreshed = new Set<(refresh: Refresh) => void>();
  // Both at once, as a browser does.
  const asks = ['/desk/counters', page.listPath].map((path) => ({ path, call: keepAlive(url) }));
  let isGathering = false;
  let isClosed = false;
  let stream: IncomingMessage | undefined;

  const refresh = async (heardAt: number) => {
    isGathering = false;
    counts.fetched += asks.length;
    const answers = await Promise.all(
      asks.map(({ path, call }) => call('GET', path, page.person.token)),
    );
    if (answers.some(({ status }) => status !== 200)) return;
    const seen = { heardAt, shownAt: performance.now() };
    for (const tell of refreshed) tell(seen);
  };
  const hear = (line: string) => {
    if (!line.startsWith('data: ')) return;
    counts.heard += 1;
    news.parse(JSON.parse(line.slice(6)));
    if (isGathering) return;
    isGathering = true;
    setTimeout(refresh, gatherMs, performance.now());
  };
  const open = async () => {
    stream = await listen(url, page, hear);
    stream.on('close', () => {
      if (isClosed) return;
      counts.reopened += 1;
      setTimeout(() => void open().catch(() => {}), retryMs);
    });
  };
  await open();
  return {
    counts,
    nextRefresh: (withinMs) => nextOf(refreshed, withinMs),
    close: () => {
      isClosed = true;
      stream?.destroy();
    },
  };
}

function listen(
  url: string,
  { person, topics }: Page,
  onLine: (line: string) => void,
): Promise<IncomingMessage> {
  const query = topics.map((topic) => `topic=${encodeURIComponent(topic)}`).join('&');
  const headers = { authorization: `Bearer ${person.token}` };
  return new Promise((resolve, reject) => {
    const asked = get(`${url}/api/stream?${query}`, { agent: new Agent(), headers }, (answer) => {
      if (answer.statusCode !== 200) {
        reject(new Error(`The live stream answered ${answer.statusCode}.`));
        return;
      }
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        const lines = (text + part).split('\n');
        text = lines.pop() ?? '';
        for (const line of lines) onLine(line);
      });
      answer.once('data', () => resolve(answer));
      answer.on('error', () => {});
    });
    asked.on('error', reject);
  });
}

async function nextOf(
  refreshed: Set<(refresh: Refresh) => void>,
  withinMs: number,
): Promise<Refresh | null> {
  const { promise, resolve } = Promise.withResolvers<Refresh | null>();
  refreshed.add(resolve);
  const timer = setTimeout(resolve, withinMs, null);
  const seen = await promise;
  clearTimeout(timer);
  refreshed.delete(resolve);
  return seen;
}
