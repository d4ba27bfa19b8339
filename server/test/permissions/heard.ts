import { z } from 'zod';
import { openStream } from '../../../stories/kit/live-stream.ts';
import type { Runtime } from '../../src/platform/context.ts';
import { streamChannel } from '../../src/platform/stream.ts';

const refusal = z.object({
  error: z.object({ code: z.literal('desk.not-heard'), facts: z.object({ topics: z.string() }) }),
});

/** Asked for together, what may not be heard is refused by name. */
async function topicsRefused(
  url: string,
  token: string,
  topics: readonly string[],
): Promise<ReadonlySet<string>> {
  const query = new URLSearchParams();
  for (const topic of topics) query.append('topic', topic);
  const asking = new AbortController();
  const answer = await fetch(`${url}/api/stream?${query}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: asking.signal,
  });
  const none = { error: { facts: { topics: '' } } };
  const { error } = answer.ok ? none : refusal.parse(await answer.json());
  asking.abort();
  return new Set(error.facts.topics.split(' '));
}

/** Which of the topics a person hears who asks for all they may: the real stream, notifications of every topic. */
export async function heardBy(
  url: string,
  { db }: Runtime,
  token: string,
  topics: readonly string[],
): Promise<ReadonlySet<string>> {
  const refused = await topicsRefused(url, token, topics);
  const stream = await openStream(
    url,
    token,
    topics.filter((topic) => !refused.has(topic)),
  );
  const heard = new Set<string>();
  const all = stream.next((topic) => {
    heard.add(topic);
    return false;
  }, 5000);
  for (const topic of [...topics, '*'])
    await db.pool.query('select pg_notify($1, $2)', [streamChannel, topic]);
  if ((await all) === null) throw new Error('The stream stayed silent.');
  await stream.close();
  return heard;
}
