import { fastifySwagger } from '@fastify/swagger';
import type { Route } from '@minsheng/contract/route.ts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RouteEntry } from './app.ts';

/** An operation as Fastify's schema says it. */
export interface Described {
  readonly summary: string;
  readonly response?: object;
}

/** What OpenAPI needs to know of an operation, drawn from the contract's own schemas. */
export function openApiOf(route: Route): Described {
  return {
    summary: route.summary,
    ...part('params', route.params),
    ...part('querystring', route.query),
    ...(route.method === 'GET' ? {} : part('body', route.body)),
    response: { 200: { description: 'Done', ...schemaOf(route.reply, 'output') } },
  };
}

const refusal = {
  description: 'Refused: the code says what, the message what to do',
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        code: { type: 'string' },
        facts: { type: 'object', additionalProperties: true },
        message: { type: 'string' },
      },
      required: ['code', 'facts', 'message'],
    },
  },
  required: ['error'],
};

const replayKey = {
  type: 'object',
  properties: {
    'idempotency-key': {
      type: 'string',
      pattern: '^[\\w.-]{8,100}$',
      description: 'Sent again with the same key, the request is done once and answered alike',
    },
  },
};

/** What every operation has besides its shapes: who may ask, how a refusal looks, how it is sent again safely. */
export function mannersOf(
  { method, may }: Pick<RouteEntry, 'method' | 'may'>,
  { response = {} }: Described,
): object {
  return {
    security: may === 'public' ? [] : [{ session: [] }, { cookie: [] }],
    ...(method === 'GET' ? {} : { headers: replayKey }),
    response: { ...response, default: refusal },
  };
}

function part(name: string, schema: z.ZodObject): object {
  return Object.keys(schema.shape).length === 0 ? {} : { [name]: schemaOf(schema, 'input') };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

/** Serves `/api/openapi.json`. Registered before the operations it lists. */
export async function serveOpenApi(fastify: FastifyInstance, title: string): Promise<void> {
  await fastify.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title, version: '0.1.0' },
      components: {
        securitySchemes: {
          session: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'minsheng' },
        },
      },
    },
  });
  fastify.get('/api/openapi.json', { schema: { hide: true } }, async () => fastify.swagger());
}
