import { fastifySwagger } from '@fastify/swagger';
import type { Route } from '@minsheng/contract/route.ts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** What OpenAPI needs to know of an operation, drawn from the contract's own schemas. */
export function openApiOf(route: Route): object {
  return {
    summary: route.summary,
    ...part('params', route.params),
    ...part('querystring', route.query),
    ...(route.method === 'GET' ? {} : part('body', route.body)),
    response: { 200: { description: 'Done', ...schemaOf(route.reply, 'output') } },
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
