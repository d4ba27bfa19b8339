import type { ReplyOf, RequestOf, Route } from '@minsheng/contract';
import { z } from 'zod';
import { shellText } from './text.ts';

/** The server said no, in a sentence for the person. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  readonly facts: Record<string, string | number>;
  constructor(
    message: string,
    code: string,
    status: number,
    facts: Record<string, string | number>,
  ) {
    super(message);
    this.name = 'Refused';
    this.code = code;
    this.status = status;
    this.facts = facts;
  }
}

const refusalBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  }),
});

export interface CallOptions {
  /** Creates carry one, so that a second click or a retry makes nothing twice. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

type Named = Record<string, unknown>;

function pick(input: Named, shape: Named): Named {
  return Object.fromEntries(
    Object.entries(input).filter(([name, value]) => name in shape && value !== undefined),
  );
}

function addressOf(path: string, params: Named, query: Named): string {
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  ).toString();
  return search === '' ? `/api${filled}` : `/api${filled}?${search}`;
}

/** Turns a failed answer into what the person is told. */
export async function refusedFrom(response: Response): Promise<Refused> {
  const text = await response.text();
  try {
    const { error } = refusalBody.parse(JSON.parse(text));
    return new Refused(error.message, error.code, response.status, error.facts);
  } catch {
    return new Refused(shellText.serverUnreachable, 'console.no-answer', response.status, {});
  }
}

/** A request with plain headers. */
type SentRequest = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

export async function send(address: string, init: SentRequest): Promise<Response> {
  let response: Response;
  try {
    // A page elsewhere can make a browser send our cookie, but not this header.
    const headers = { ...init.headers, 'x-minsheng': '1' };
    response = await fetch(address, { credentials: 'same-origin', ...init, headers });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Refused(shellText.offline, 'console.offline', 0, {});
  }
  if (!response.ok) throw await refusedFrom(response);
  return response;
}

/** Calls one operation of the contract with the signed-in session. */
export async function call<R extends Route>(
  route: R,
  input: RequestOf<R>,
  options?: CallOptions,
): Promise<ReplyOf<R>> {
  const hasBody = route.method !== 'GET' && route.method !== 'DELETE';
  const headers: Record<string, string> = { accept: 'application/json' };
  if (hasBody) headers['content-type'] = 'application/json';
  if (options?.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey;
  const said: Named = Object.fromEntries(Object.entries(input ?? {}));
  const response = await send(
    addressOf(route.path, pick(said, route.params.shape), pick(said, route.query.shape)),
    {
      method: route.method,
      headers,
      ...(hasBody ? { body: JSON.stringify(pick(said, route.body.shape)) } : {}),
      ...(options?.signal === undefined ? {} : { signal: options.signal }),
    },
  );
  const reply = z.safeParse<R['reply']>(route.reply, await response.json());
  if (reply.success) return reply.data;
  // A page left open over an update of the server; what differed is for the developer.
  console.error(route.method, route.path, reply.error.issues);
  throw new Refused(shellText.otherVersion, 'console.other-version', response.status, {});
}
