import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A client that costs the machine little: one kept connection, JSON in and out. */
export type KeepAlive = (
  method: 'GET' | 'POST',
  path: string,
  token: string,
  body?: unknown,
  more?: Readonly<Record<string, string>>,
) => Promise<Answer>;

const answerSeconds = 30;

export function keepAlive(url: string): KeepAlive {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return (method, path, token, body, more) =>
    new Promise((resolve, reject) => {
      const bytes = body === undefined ? null : Buffer.from(JSON.stringify(body));
      const headers = {
        ...more,
        authorization: `Bearer ${token}`,
        ...(bytes && { 'content-type': 'application/json', 'content-length': bytes.length }),
      };
      const wanted = { agent, hostname, port, method, path: `/api${path}`, headers };
      const sent = request(wanted, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString();
          resolve({ status: answer.statusCode ?? 0, body: text === '' ? null : JSON.parse(text) });
        });
      });
      sent.setTimeout(answerSeconds * 1000, () => sent.destroy(new Error('no answer in time')));
      sent.on('error', reject);
      sent.end(bytes ?? undefined);
    });
}
