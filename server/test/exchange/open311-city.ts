import { createServer } from 'node:http';

export interface Asked {
  readonly method: string;
  /** Below the base, with its query. */
  readonly path: string;
  readonly form: URLSearchParams;
}
export interface Said {
  readonly status?: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
}

/** Another city that speaks GeoReport: it keeps what it was asked, and answers as the test says; null: never. */
export interface Open311City {
  readonly url: string;
  readonly asked: Asked[];
  answer: (asked: Asked) => Said | null;
  stop(): Promise<void>;
}

const base = '/open311/v2/';

export async function open311City(answer: Open311City['answer']): Promise<Open311City> {
  const asked: Asked[] = [];
  const city: Open311City = { url: '', asked, answer, stop: async () => {} };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = (request.url ?? '').slice(base.length);
      const form = new URLSearchParams(Buffer.concat(parts).toString());
      const each = { method: request.method ?? '', path, form };
      asked.push(each);
      const said = city.answer(each);
      if (said === null) request.socket.destroy();
      else response.writeHead(said.status ?? 200, said.headers ?? {}).end(said.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It does not listen.');
  return Object.assign(city, {
    url: `http://127.0.0.1:${address.port}${base}`,
    stop: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  });
}
