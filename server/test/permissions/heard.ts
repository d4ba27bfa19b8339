import { openStream } from '../../../stories/kit/live-stream.ts';
import type { Runtime } from '../../src/platform/context.ts';
import { streamChannel } from '../../src/platform/stream.ts';

/** Which of the topics a person hears who asks for all of them: the real stream, the real notifications. */
export async function heardBy(
  url: string,
  { db }: Runtime,
  token: string,
  topics: readonly string[],
): Promise<ReadonlySet<string>> {
  const stream = await openStream(url, token, topics);
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
