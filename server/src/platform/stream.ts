import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Actor } from './actor.ts';
import type { App } from './app.ts';
import type { Runtime } from './context.ts';
import { mountRaw } from './http.ts';

export const streamChannel = 'minsheng';

/** A page that is told what changed; it fetches again by itself. */
interface Listener {
  hears(topic: string): boolean;
  send(line: string): void;
  end(): void;
}

const heartbeatMilliseconds = 15_000;
/** The page comes back at once and is asked again who it is: a session that ended stops hearing. */
const longestMilliseconds = 5 * 60_000;
const mostTopics = 50;

/** `GET /api/stream?topic=order:…`: server-sent events, `{"topics":[…]}`. `*` means: anything may have changed. */
export function serveStream(app: App): void {
  const listeners = new Set<Listener>();
  const ear = listen(app.runtime, (topics) => {
    for (const listener of listeners) tellListener(listener, topics);
  });
  app.fastify.addHook('preClose', async () => {
    for (const listener of listeners) listener.end();
    await ear.stop();
  });
  const words = {
    may: 'signed-in',
    audit: 'live changes followed',
    summary: 'What changed, as server-sent events',
  } as const;
  mountRaw(
    app,
    { method: 'GET', path: '/stream', ...words },
    async ({ request, reply, actor, transact }) => {
      const wanted = topicsAsked(request.query);
      const topics = await transact((ctx) => app.wishes.allowTopics(ctx, wanted));
      reply.hijack();
      const out = reply.raw;
      out.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      const listener: Listener = {
        hears: hearing(actor, topics),
        send: (line) => out.write(line),
        end: () => out.end(),
      };
      listeners.add(listener);
      listener.send('retry: 1000\n\n');
      const heart = setInterval(() => listener.send(': still here\n\n'), heartbeatMilliseconds);
      const end = setTimeout(listener.end, longestMilliseconds);
      out.on('close', () => {
        listeners.delete(listener);
        clearInterval(heart);
        clearTimeout(end);
      });
    },
  );
}

function topicsAsked(query: unknown): string[] {
  if (typeof query !== 'object' || query === null || !('topic' in query)) return [];
  const asked = Array.isArray(query.topic) ? query.topic : [query.topic];
  return asked.filter((topic) => typeof topic === 'string').slice(0, mostTopics);
}

/** Everyone of a unit hears of its own subtree; the rest was allowed by name. */
function hearing(
  { unitPath, scope }: Actor,
  allowed: readonly string[],
): (topic: string) => boolean {
  const names = new Set(allowed);
  const subtree = unitPath !== null && scope !== 'none' ? `unit:${unitPath}` : null;
  return (topic) =>
    topic === '*' ||
    names.has(topic) ||
    (subtree !== null && (topic === subtree || topic.startsWith(`${subtree}/`)));
}

function tellListener(listener: Listener, topics: readonly string[]): void {
  const heard = topics.filter(listener.hears);
  if (heard.length > 0) listener.send(`data: ${JSON.stringify({ topics: heard })}\n\n`);
}

/**
 * One LISTEN connection per process, brought back when the database restarts. What was missed becomes `*`, said once it
 * hears again: said earlier, whatever changed between would be missed by those who had looked already.
 */
function listen(
  runtime: Runtime,
  onTopics: (topics: readonly string[]) => void,
): { stop(): Promise<void> } {
  let isStopped = false;
  let current: pg.Client | null = null;
  async function connect(): Promise<void> {
    const client = runtime.db.ownClient();
    const lost = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('error', () => {});
    client.on('notification', ({ payload }) => onTopics((payload ?? '').split('\n')));
    await client.connect();
    current = client;
    await client.query(`listen ${streamChannel}`);
    onTopics(['*']);
    await lost;
  }
  async function live(): Promise<void> {
    while (!isStopped) {
      await connect().catch((error) =>
        runtime.log.warn({ err: error }, 'live stream lost the database'),
      );
      if (isStopped) return;
      await pause(500);
    }
  }
  void live();
  return {
    stop: async () => {
      isStopped = true;
      await current?.end();
    },
  };
}
