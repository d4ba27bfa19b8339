import type { ReplyOf, RequestOf, Route } from '@minsheng/contract/route.ts';
import { hearDateHeader } from './clock.ts';
import { Refused, Unanswered } from './failure.ts';
import type { Operation } from './operations.ts';
import { shellText } from './text.ts';

const patienceMs = 20_000;

export interface CallWith {
  /** Idempotency-Key: the same for every repetition of one wish. */
  key?: string;
  /** In whose name the front line asks; the public pages ask in nobody's. */
  as?: Credential;
}

/** The token of a one-time link's session, or the cookie of whoever signed in on this browser. */
export type Credential = { token: string } | 'cookie';

/** Calls one operation of the contract; throws Refused or Unanswered. */
export async function call<R extends Route>(
  operation: Operation<R>,
  request: RequestOf<R> & object,
  extra: CallWith = {},
): Promise<ReplyOf<R>> {
  const { path, rest } = fillPath(operation.path, request);
  const isRead = operation.method === 'GET';
  const response = await ask(`/api${path}${isRead ? queryOf(rest) : ''}`, {
    method: operation.method,
    headers: headersOf(extra, !isRead),
    ...(isRead ? {} : { body: JSON.stringify(rest) }),
  });
  return readReply(response);
}

/** The bytes of a file; an <img> could not carry a token. */
export async function readFile(fileId: string, as: Credential): Promise<Blob> {
  const response = await ask(`/api/files/${fileId}`, { headers: headersOf({ as }, false) });
  if (!response.ok) return readReply(response);
  return response.blob();
}

function fillPath(path: string, request: object): { path: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...request };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { path: filled, rest };
}

function queryOf(rest: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

export function headersOf(extra: CallWith, hasBody: boolean): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
    ...(extra.key ? { 'Idempotency-Key': extra.key } : {}),
    ...credentialOf(extra.as),
  };
}

function credentialOf(as: Credential | undefined): Record<string, string> {
  if (as === undefined) return {};
  // A foreign page can make a browser send our cookie, but not this header.
  return as === 'cookie' ? { 'x-minsheng': '1' } : { Authorization: `Bearer ${as.token}` };
}

async function ask(url: string, how: RequestInit): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceMs);
  try {
    const response = await fetch(url, { ...how, signal: stop.signal, cache: 'no-store' });
    hearDateHeader(response.headers.get('date'));
    return response;
  } catch {
    throw new Unanswered();
  } finally {
    clearTimeout(timer);
  }
}

async function readReply<Reply>(response: Response): Promise<Reply> {
  const text = await response.text().catch(() => {
    throw new Unanswered();
  });
  return replyFrom(response.status, text);
}

/** Shared with uploads, which go through XMLHttpRequest for their progress. */
export function replyFrom<Reply>(status: number, text: string): Reply {
  // Gateways answer in their own pages: nobody of ours has spoken.
  if (status === 0 || status === 502 || status === 504) throw new Unanswered();
  const reply = parsed(text);
  if (status >= 200 && status < 300) return reply;
  const error = reply?.error;
  throw new Refused(error?.code ?? 'unknown', status, error?.message ?? shellText.fault);
}

function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unanswered();
  }
}
