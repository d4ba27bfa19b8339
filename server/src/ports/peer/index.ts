import { z } from 'zod';

/** One request to another system, as it leaves: signed already. */
export interface PeerRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

export interface PeerAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: Buffer;
}

/**
 * 对接方的接口. Its pretend twin is a program of its own (`twins/police-110`), or a listener in a test. Throws `PeerSilent` when no answer came in time or it
 * broke off.
 */
export interface PeerPort {
  ask(request: PeerRequest): Promise<PeerAnswer>;
}

declare module '../../platform/context.ts' {
  interface Ports {
    peer: PeerPort;
  }
}

/** Nobody answered: `reason` is a word of the network, such as ECONNREFUSED. */
export class PeerSilent extends Error {
  override readonly name = 'PeerSilent';
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

const milliseconds = 8000;
const mostBytes = 24 * 1024 * 1024;

/** Over the network, with a time limit; a redirect is no answer. */
export const httpPeers: PeerPort = {
  ask: async ({ method, url, headers, body }) => {
    try {
      const response = await fetch(url, {
        method,
        headers,
        ...(body === null ? {} : { body: new Uint8Array(body) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(milliseconds),
      });
      return { status: response.status, headers: response.headers, body: await read(response) };
    } catch (error) {
      if (error instanceof PeerSilent) throw error;
      throw new PeerSilent(reasonOf(error));
    }
  },
};

/** Whoever answers without an end is cut off. */
async function read(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > mostBytes) throw new PeerSilent('too-long');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const coded = z.object({ code: z.string() });
const caused = z.object({ cause: coded }).transform(({ cause }) => cause);

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout';
  const read = z.union([caused, coded]).safeParse(error);
  return read.success ? read.data.code : 'broken-off';
}
