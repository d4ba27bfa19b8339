import { askOutward, type OutwardAnswer, reachable } from '../outward/index.ts';

/** One request to another system, as it leaves: signed already. */
export interface PeerRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

export type PeerAnswer = OutwardAnswer;

/**
 * 对接方的接口. Its pretend twin is a program of its own (`twins/police-110`), or a listener in a test. Throws `PeerSilent` when no answer came in time, it
 * broke off, or the address may not be asked.
 */
export interface PeerPort {
  ask(request: PeerRequest): Promise<PeerAnswer>;
}

declare module '../../platform/context.ts' {
  interface Ports {
    peer: PeerPort;
  }
}

export { OutwardSilent as PeerSilent } from '../outward/index.ts';

const milliseconds = 8000;
const mostBytes = 24 * 1024 * 1024;

/** Over the network, with a time limit; private networks only where whoever runs the program has named them. */
export function peersWithin(named: readonly string[]): PeerPort {
  const mayReach = reachable(named);
  return {
    ask: (request) =>
      askOutward(request, { mayReach, mostBytes, signal: AbortSignal.timeout(milliseconds) }),
  };
}
