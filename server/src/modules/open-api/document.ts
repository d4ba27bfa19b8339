import { openApi as contract } from '@minsheng/contract';
import type { Route } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import type { Site } from '../../platform/context.ts';
import { mannersOf, openApiOf } from '../../platform/openapi.ts';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'reply' in value;

const promised: readonly unknown[] = Object.values(contract);
const openRoutes: readonly Route[] = promised
  .filter(isRoute)
  .filter(({ path }) => path.startsWith('/open/v1/'));

/** The OpenAPI document of the open interface alone, drawn from the contract. */
export function documentOf({ origin }: Site, title: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of openRoutes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1.0.0' },
    servers: [{ url: `${origin}/api` }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    security: [{ key: [] }],
    paths,
  };
}

const parts = z.object({
  properties: z.record(z.string(), z.unknown()).catch({}),
  required: z.array(z.string()).catch([]),
});
const described = z.object({
  params: parts.optional(),
  querystring: parts.optional(),
  body: z.unknown().optional(),
});

function operationOf(route: Route): object {
  const { summary, response } = openApiOf(route);
  const { params, querystring, body } = described.parse(openApiOf(route));
  const manners = responses.parse(
    mannersOf({ method: route.method, may: 'public' }, { summary, response: response ?? {} }),
  );
  return {
    summary,
    parameters: [
      ...namedIn('path', params),
      ...namedIn('query', querystring),
      ...(route.method === 'GET' ? [] : namedIn('header', manners.headers)),
    ],
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(body) } }),
    responses: Object.fromEntries(
      Object.entries(manners.response).map(([status, { description, ...schema }]) => [
        status,
        { description, content: json(schema) },
      ]),
    ),
  };
}

const responses = z.object({
  headers: parts.optional(),
  response: z.record(z.string(), z.looseObject({ description: z.string() })),
});

const json = (schema: unknown): object => ({ 'application/json': { schema } });

const namedIn = (place: string, part: z.output<typeof parts> | undefined): object[] =>
  Object.entries(part?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || (part?.required.includes(name) ?? false),
    schema,
  }));
