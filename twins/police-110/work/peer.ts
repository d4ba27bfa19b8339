import { z } from 'zod';
import { realSeconds } from '../clock.ts';
import { isSame, signAnswered, signAsked } from '../wire/signature.ts';

/** Who is on the other end of the line, as both sides agreed. */
export interface Line {
  readonly ownCode: string;
  readonly peerUrl: string;
  readonly secret: string;
}

/** unheard: nobody answered, or somebody whose signature proves nothing. */
export type Heard =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: unknown;
      readonly retryMs: number;
    }
  | { readonly kind: 'unheard'; readonly why: string };

const limitMs = 10_000;

/** One signed request to 12345; only a signed answer counts. */
export async function ask(line: Line, method: string, below: string, body: string): Promise<Heard> {
  const url = new URL(`${line.peerUrl.replace(/\/$/, '')}${below}`);
  const bytes = Buffer.from(body);
  const time = String(realSeconds());
  const path = `${url.pathname}${url.search}`;
  const signature = signAsked(line.secret, { method, path, time, peer: line.ownCode, body: bytes });
  try {
    const response = await fetch(url, {
      method,
      headers: {
        'x-peer': line.ownCode,
        'x-time': time,
        'x-signature': signature,
        ...(body === '' ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === '' ? {} : { body: bytes }),
      redirect: 'error',
      signal: AbortSignal.timeout(limitMs),
    });
    return await judged(line, signature, response);
  } catch (error) {
    return { kind: 'unheard', why: whyOf(error) };
  }
}

async function judged(line: Line, requestSignature: string, response: Response): Promise<Heard> {
  const { status, headers } = response;
  const body = new Uint8Array(await response.arrayBuffer());
  const time = headers.get('x-time') ?? '';
  const expected = signAnswered(line.secret, { status, requestSignature, time, body });
  if (!isSame(expected, headers.get('x-signature') ?? '')) {
    const said = errorOf(jsonOf(body));
    return { kind: 'unheard', why: `答复没有可信的签名(${status}${said ? `, ${said}` : ''})` };
  }
  const retryMs = Number(headers.get('retry-after') ?? '0') * 1000;
  return { kind: 'answer', status, body: jsonOf(body), retryMs };
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return null;
  }
}

const refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export function errorOf(body: unknown): string | null {
  const said = refusal.safeParse(body).data?.error;
  return said ? `${said.code}: ${said.message}` : null;
}

const cause = z.object({ cause: z.object({ code: z.string() }) });

function whyOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return '对方没有答复';
  return `连不上对方(${cause.safeParse(error).data?.cause.code ?? 'network'})`;
}
