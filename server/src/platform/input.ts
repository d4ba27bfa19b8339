import type { InputOf, Route } from '@minsheng/contract/route.ts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { badInput } from './refusal.ts';

/** Path, query and body, checked by the contract and joined: what a use case receives. */
export function readInput<R extends Route>(route: R, request: FastifyRequest): InputOf<R> {
  const parts = [
    route.params.safeParse(request.params),
    route.query.safeParse(request.query),
    route.body.safeParse(request.body ?? {}),
  ];
  const wrong = parts.flatMap((part) => part.error?.issues ?? []);
  if (wrong.length > 0) throw badInput(...wrong.map(({ path }) => path));
  const unreadable = parts.flatMap(({ data }) => unreadablePaths(data, []));
  if (unreadable.length > 0) throw badInput(...unreadable);
  // The three schemas have just said so; TypeScript cannot follow them through the loop.
  return Object.assign({}, ...parts.map((part) => part.data)) as InputOf<R>;
}

/** One part of a request outside `mount`, checked as strictly. */
export function readPart<T>(schema: z.ZodType<T>, sent: unknown): T {
  const read = schema.safeParse(sent);
  if (!read.success) throw badInput(...read.error.issues.map(({ path }) => path));
  const unreadable = unreadablePaths(read.data, []);
  if (unreadable.length > 0) throw badInput(...unreadable);
  return read.data;
}

/** Texts no database keeps: with a NUL, or with half a character. */
function unreadablePaths(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    unreadablePaths(name, path).concat(unreadablePaths(inner, [...path, name])),
  );
}
