import type { InputOf, Route } from '@minsheng/contract/route.ts';
import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

/** Path, query and body, checked by the contract and joined: what a use case receives. */
export function readInput<R extends Route>(route: R, request: FastifyRequest): InputOf<R> {
  const parts = [
    route.params.safeParse(request.params),
    route.query.safeParse(request.query),
    route.body.safeParse(request.body ?? {}),
  ];
  const wrong = parts.flatMap((part) => part.error?.issues ?? []);
  if (wrong.length > 0) {
    const fields = [...new Set(wrong.map(({ path }) => path.join('.') || 'body'))];
    throw new Refusal('platform.bad-input', { fields: fields.slice(0, 10).join(', ') });
  }
  // The three schemas have just said so; TypeScript cannot follow them through the loop.
  return Object.assign({}, ...parts.map((part) => part.data)) as InputOf<R>;
}
