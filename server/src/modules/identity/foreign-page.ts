import type { FastifyRequest } from 'fastify';
import type { Site } from '../../platform/context.ts';

/**
 * 跨站请求: does a page of another site send this, as far as its browser says? The cookie of whoever sits before it is
 * nothing that page may use, whatever headers it managed to send along. Programs say neither.
 */
export function isForeign({ headers }: Pick<FastifyRequest, 'headers'>, { origin }: Site): boolean {
  const from = headers['sec-fetch-site'];
  if (from === 'cross-site' || from === 'same-site') return true;
  if (headers.origin === undefined || headers.origin === origin) return false;
  // A development server or a second name of this machine: the page and its request go to one place.
  return hostOf(headers.origin) !== headers.host;
}

const hostOf = (address: string): string | null =>
  URL.canParse(address) ? new URL(address).host : null;
