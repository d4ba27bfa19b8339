import { askOutward, isOfTheWeb, OutwardSilent, reachable } from '../outward/index.ts';
import type { HookPort, HookRequest } from './hook.ts';

const milliseconds = 8000;
const firstFreePort = 1024;

/** Over the network, with a time limit; private networks only where the city has named them. */
export function hooksWithin(named: readonly string[]): HookPort {
  const mayReach = reachable(named);
  return {
    send: async (request) => {
      // What it says besides its status nobody reads.
      const { status } = await guardedPost(request, { mayReach, mostBytes: null });
      return { status };
    },
  };
}

interface Guard {
  mayReach(address: string): boolean;
  /** Of the answer; null: it is not read. */
  readonly mostBytes: number | null;
}

/** Throws `HookSilent`. */
export async function guardedPost(
  { url, headers, body }: HookRequest,
  guard: Guard,
): Promise<{ status: number; body: string }> {
  if (!isPlainAddress(new URL(url))) throw new OutwardSilent('odd-address');
  const answer = await askOutward(
    { method: 'POST', url, headers, body },
    { ...guard, signal: AbortSignal.timeout(milliseconds) },
  );
  return { status: answer.status, body: answer.body.toString() };
}

/** The web and nothing besides: no password in the address, no port that mail or a terminal listens on. */
export const isPlainAddress = (address: URL): boolean =>
  isOfTheWeb(address) &&
  (['', '80', '443'].includes(address.port) || Number(address.port) >= firstFreePort);
