import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const pages = [
  { built: 'citizen/dist', prefix: '/c/' },
  { built: 'console/dist', prefix: '/' },
];

/** Built pages, if they are built: citizens' at `/c/`, the console at `/`; a deep link gets the page that knows it. */
export async function servePages(
  fastify: FastifyInstance,
  root: string,
  notFound: () => object,
): Promise<void> {
  const built = pages
    .map(({ built, prefix }) => ({ folder: join(root, built), prefix }))
    .filter(({ folder }) => existsSync(join(folder, 'index.html')));
  for (const [index, { folder, prefix }] of built.entries()) {
    await fastify.register(fastifyStatic, {
      root: folder,
      prefix,
      decorateReply: index === 0,
      index: 'index.html',
      // The building left it beside each text, see scripts/ready/compress.mjs.
      preCompressed: true,
      // Everything under assets/ carries a hash of its content in its name.
      setHeaders: (reply, path) => {
        const isHashed = path.includes('/assets/');
        reply.header(
          'cache-control',
          isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  }
  const citizen = built.find(({ prefix }) => prefix === '/c/');
  // Trailing slashes are ignored by the router, so `/c` and `/c/` both arrive here; pages need the slash.
  fastify.get('/c', { schema: { hide: true } }, async (request, reply) => {
    if (!citizen) return reply.status(404).send(notFound());
    return request.url.startsWith('/c/') ? sendPage(reply, citizen.folder) : reply.redirect('/c/');
  });
  fastify.setNotFoundHandler((request, reply) => {
    const page = isPage(request)
      ? built.find(({ prefix }) => request.url.startsWith(prefix))
      : undefined;
    return page ? sendPage(reply, page.folder) : reply.status(404).send(notFound());
  });
}

const isPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');

const sendPage = (reply: FastifyReply, folder: string) =>
  reply.header('cache-control', 'no-cache').sendFile('index.html', folder);
