import { z } from 'zod';
import { photo } from '../../../stories/kit/photo.ts';
import type { App } from '../../src/platform/app.ts';
import { testStart } from '../../src/platform/testing/test-city.ts';
import type { About, Probe, Request } from './probe.ts';

const coded = z.object({ code: z.string() });
/** Our own refusals, and those of Open311. */
const refusal = z.union([
  z.object({ error: coded }).transform(({ error }) => error),
  z.tuple([coded]).transform(([first]) => first),
]);
const methods = ['GET', 'PUT', 'PATCH', 'DELETE'] as const;
const boundary = 'permissions-test';

let asked = 0;

/** Each request comes from an address of its own: here nobody is slowed down. */
const someAddress = (): string => {
  asked += 1;
  return `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`;
};

interface Sent {
  readonly status: number;
  readonly body: unknown;
}

/** 'yes', 'hidden' (allowed, but the object is not among what is shown), or the code of the refusal. */
export async function ask(
  app: App,
  route: string,
  probe: Probe,
  about: About,
  token: string | null = about.person.token,
): Promise<string> {
  const { status, body } = await send(app, route, probe.request(about), token);
  if (status >= 400) {
    const read = refusal.safeParse(body);
    return read.success ? read.data.code : `status ${status}`;
  }
  if (probe.shows && !(await probe.shows(body, about))) return 'hidden';
  return 'yes';
}

export async function send(
  app: App,
  route: string,
  request: Request,
  token: string | null,
): Promise<Sent> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => request.params?.[name] ?? 'none');
  const query = new URLSearchParams(request.query ?? {});
  const answer = await app.fastify.inject({
    method: methods.find((each) => each === method) ?? 'POST',
    url: `/api${path}?${query}`,
    remoteAddress: someAddress(),
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(request.upload ? { 'content-type': `multipart/form-data; boundary=${boundary}` } : {}),
      ...(!request.upload && method !== 'GET' ? { 'content-type': 'application/json' } : {}),
    },
    ...(method === 'GET'
      ? {}
      : { payload: request.upload ? form() : JSON.stringify(request.body ?? {}) }),
  });
  const isJson = String(answer.headers['content-type']).includes('json');
  return { status: answer.statusCode, body: isJson ? answer.json() : answer.rawPayload };
}

function form(): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nevidence\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(head),
    photo({ takenAt: testStart, at: { lng: 117.4, lat: 23.7 } }),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}
