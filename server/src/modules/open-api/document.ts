import { openApi as contract } from '@minsheng/contract';
import type { Route } from '@minsheng/contract/route.ts';
import { filePurposes } from '@minsheng/contract/words/assignment.ts';
import { z } from 'zod';
import type { Site } from '../../platform/context.ts';
import type { RouteEntry } from '../../platform/http.ts';
import { mannersOf, openApiOf } from '../../platform/openapi.ts';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'reply' in value;

const promised: readonly unknown[] = Object.values(contract);
const openRoutes: readonly Route[] = promised
  .filter(isRoute)
  .filter(({ path }) => path.startsWith('/open/v1/'));

export const documentPath = '/open/v1/openapi.json';

type Served = Pick<RouteEntry, 'method' | 'path' | 'summary'>;

/** The OpenAPI document of the open interface alone: what the contract promises, and the files beside it. */
export function documentOf({ origin }: Site, title: string, served: readonly Served[]): object {
  const paths: Record<string, Record<string, object>> = {};
  const add = ({ path, method }: Served, operation: object) => {
    const named = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[named] = { ...paths[named], [method.toLowerCase()]: operation };
  };
  for (const route of openRoutes) add(route, operationOf(route));
  for (const route of served) if (isOfFiles(route)) add(route, fileOperation(route));
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

const file = { type: 'string', format: 'binary' } as const;
const upload = {
  type: 'object',
  properties: {
    purpose: { type: 'string', enum: filePurposes },
    takenAt: { type: 'string', format: 'date-time' },
    lng: { type: 'number' },
    lat: { type: 'number' },
    file,
  },
  required: ['purpose', 'file'],
};
const uploaded = {
  type: 'object',
  properties: { id: { type: 'string', format: 'uuid' } },
  required: ['id'],
};

/** Bytes in or out stand in no contract. */
const isOfFiles = ({ method, path }: Served): boolean =>
  path.startsWith('/open/v1/') &&
  path !== documentPath &&
  !openRoutes.some((route) => route.path === path && route.method === method);

function fileOperation({ method, path, summary }: Served): object {
  const { headers, response } = responses.parse(mannersOf({ method, may: 'public' }, { summary }));
  const { description, ...refused } = response.default ?? { description: '' };
  const isUpload = method === 'POST';
  return {
    summary,
    parameters: [
      ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...(isUpload ? namedIn('header', headers) : []),
    ],
    ...(isUpload && {
      requestBody: { required: true, content: { 'multipart/form-data': { schema: upload } } },
    }),
    responses: {
      200: {
        description: 'Done',
        content: isUpload ? json(uploaded) : { 'application/octet-stream': { schema: file } },
      },
      default: { description, content: json(refused) },
    },
  };
}
