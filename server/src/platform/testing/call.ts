import type { ReplyOf, RequestOf, Route } from '@minsheng/contract/route.ts';
import { z } from 'zod';

export interface CallWishes {
  readonly token?: string;
  readonly idempotencyKey?: string;
}

/** A refusal that came over HTTP. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(`${status} ${code}: ${message}`);
    this.status = status;
    this.code = code;
  }
}

/** Sends one operation of the contract: its path takes what it names, a GET's rest is the query, else the body. */
export async function call<R extends Route>(
  base: string,
  route: R,
  input: RequestOf<R>,
  wishes: CallWishes = {},
): Promise<ReplyOf<R>> {
  const rest = new Map<string, unknown>(Object.entries(Object(input)));
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest.get(name));
    rest.delete(name);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const name of Object.keys(route.query.shape)) {
    const value = rest.get(name);
    if (value !== undefined) query.set(name, String(value));
    rest.delete(name);
  }
  const response = await fetch(`${base}/api${path}${query.size > 0 ? `?${query}` : ''}`, {
    method: route.method,
    headers: headersOf(route, wishes),
    ...(route.method === 'GET' ? {} : { body: JSON.stringify(Object.fromEntries(rest)) }),
  });
  return replyOf(route, response);
}

function headersOf(route: Route, { token, idempotencyKey }: CallWishes): Record<string, string> {
  return {
    ...(route.method === 'GET' ? {} : { 'content-type': 'application/json' }),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
  };
}

const refusalBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

async function replyOf<R extends Route>(route: R, response: Response): Promise<ReplyOf<R>> {
  const body: unknown = await response.json();
  if (!response.ok) {
    const { error } = refusalBody.parse(body);
    throw new Refused(response.status, error.code, error.message);
  }
  return z.parse<R['reply']>(route.reply, body);
}
