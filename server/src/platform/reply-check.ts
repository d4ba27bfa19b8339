import { isDeepStrictEqual } from 'node:util';
import type { Route } from '@minsheng/contract/route.ts';

/** In tests and stories a reply outside the contract is a fault: a wrong shape, or a member nobody promised. */
export function checkReply(route: Route, result: unknown): void {
  const sent: unknown = JSON.parse(JSON.stringify(result ?? null));
  const promised = route.reply.safeParse(sent);
  const name = `${route.method} ${route.path}`;
  if (!promised.success)
    throw new Error(`The reply of ${name} breaks its contract: ${promised.error.message}`);
  const kept: unknown = JSON.parse(JSON.stringify(promised.data ?? null));
  if (!isDeepStrictEqual(sent, kept)) {
    throw new Error(
      `The reply of ${name} says more than its contract promises: ${JSON.stringify(sent)}`,
    );
  }
}
