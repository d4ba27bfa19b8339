import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';

/** A POST that waits as long as it takes: `fetch` gives up after five minutes, and a busy machine may need more. */
export async function patientPost(
  url: string,
  body: object,
): Promise<{ isOk: boolean; body: unknown }> {
  const asked = request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  asked.end(JSON.stringify(body));
  const [answer]: IncomingMessage[] = await once(asked, 'response');
  if (!answer) throw new Error(`No answer from ${url}.`);
  return { isOk: answer.statusCode === 200, body: await json(answer) };
}
