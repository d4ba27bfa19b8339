import * as contract from '@minsheng/contract';
import type { Route } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import type { Request } from '../permissions/probe.ts';

/** Ends a text, a statement, a list; asks for a column that is none; a pattern of everything. */
const poisons = [
  `'"); drop table orders.order; --\\`,
  'id desc, (select 1)',
  '%_\u0000{}[]$1:*&|!<->',
];

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'reply' in value;
const routes = new Map(
  Object.values(contract)
    .flatMap((part): unknown[] => (typeof part === 'object' ? Object.values(part) : []))
    .filter(isRoute)
    .map((route) => [`${route.method} ${route.path}`, route]),
);
const named = z.looseObject({ properties: z.record(z.string(), z.unknown()).default({}) });

/** What may be asked besides what a request asks: how to sort, from where to go on, what to look for. */
function queryNames(route: string): string[] {
  const query = routes.get(route)?.query;
  if (!query) return [];
  return Object.keys(
    named.parse(z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' })).properties,
  );
}

/** The same request many times, each time with one word of it spoilt. */
export function poisoned(route: string, request: Request): Request[] {
  const query = queryNames(route).flatMap((name) =>
    poisons.map((poison) => ({ ...request, query: { ...request.query, [name]: poison } })),
  );
  const inPath = Object.keys(request.params ?? {}).flatMap((name) =>
    poisons.map((poison) => ({
      ...request,
      params: { ...request.params, [name]: encodeURIComponent(poison) },
    })),
  );
  const inBody = variantsOf(request.body).map((body) => ({ ...request, body }));
  return [...query, ...inPath, ...inBody];
}

function variantsOf(value: unknown): unknown[] {
  if (typeof value === 'string') return [...poisons];
  if (Array.isArray(value))
    return value.flatMap((one, at) => variantsOf(one).map((spoilt) => value.with(at, spoilt)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    variantsOf(one).map((spoilt) => ({ ...value, [name]: spoilt })),
  );
}
