import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import { fastify as createFastify, type FastifyInstance, LogController } from 'fastify';
import type { App, AppWishes } from './app.ts';
import { auditBuffer } from './audit.ts';
import { projectRoot } from './config.ts';
import type { Runtime } from './context.ts';
import { makeDoor } from './door.ts';
import { serveHealth } from './health.ts';
import { answerErrors, bodyOf } from './http-errors.ts';
import { serveOpenApi } from './openapi.ts';
import { servePages } from './pages.ts';
import { Refusal } from './refusal.ts';
import { serveStream } from './stream.ts';
import { turningAway } from './turn-away.ts';

const bodyBytes = 1024 * 1024;
const fileBytes = 50 * 1024 * 1024;
/** Requests that wait for a connection; beyond it a quick no is kinder than a slow yes. */
const longQueue = 200;
const logOneIn = 100;
const notFound = bodyOf(new Refusal('platform.not-found'));

export async function buildApp(runtime: Runtime, wishes: AppWishes): Promise<App> {
  const door = makeDoor();
  const fastify = createFastify({
    serverFactory: turningAway(door),
    loggerInstance: runtime.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyBytes,
    forceCloseConnections: true,
    trustProxy: wishes.trustedProxies.length > 0 && [...wishes.trustedProxies],
    routerOptions: { ignoreTrailingSlash: true },
    // An address that is none, such as one with a broken percent sign.
    frameworkErrors: (_error, _request, reply) => {
      reply.raw.writeHead(404, { 'content-type': 'application/json; charset=utf-8' });
      reply.raw.end(JSON.stringify(notFound));
    },
  });
  const app: App = {
    fastify,
    runtime,
    registry: [],
    audit: auditBuffer(runtime),
    wishes,
    door,
  };
  fastify.addHook('onClose', () => app.audit.stop());

  // The contract's own schemas validate (input.ts); Fastify keeps them for the OpenAPI page only.
  fastify.setValidatorCompiler(() => () => true);
  fastify.setSerializerCompiler(() => (value) => JSON.stringify(value ?? null));
  readBodies(fastify);
  answerErrors(fastify, runtime.log);
  refuseWhenBusy(app);
  logSome(app);

  await fastify.register(fastifyHelmet, securityHeaders(wishes.tileHosts));
  permitNothing(fastify);
  await fastify.register(fastifyRateLimit, { global: false });
  await fastify.register(fastifyMultipart, {
    limits: { fileSize: fileBytes, files: 9, fields: 20 },
  });
  await serveOpenApi(fastify, `Minsheng ${runtime.city.name}`);
  serveHealth(app);
  serveStream(app);
  for (const mountAll of wishes.routes) mountAll(app);
  await servePages(fastify, projectRoot, () => notFound);
  return app;
}

/** JSON and uploads only; an operation without a body may leave it empty. */
function readBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (request, body, done) => {
      if (body === '') done(null, {});
      else parse(request, body, done);
    },
  );
}

function refuseWhenBusy({ fastify, runtime }: App): void {
  fastify.addHook('onRequest', async () => {
    if (runtime.db.pool.waitingCount > longQueue)
      throw new Refusal('platform.busy', { seconds: 2 });
  });
}

/** One line in a hundred, by pattern: never a URL, a query or a body. A line per request costs a third of the throughput. */
function logSome({ fastify, runtime }: App): void {
  let count = 0;
  fastify.addHook('onResponse', async (request, reply) => {
    count += 1;
    if (count % logOneIn !== 1) return;
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    runtime.log.info(
      { method, route: routeOptions.url, status: reply.statusCode, ms, count },
      'request',
    );
  });
}

/** What a page may ask of the machine it is shown on: where it is, for an appeal and for arriving on the spot. */
function permitNothing(fastify: FastifyInstance): void {
  const none = ['camera', 'microphone', 'payment', 'usb', 'serial', 'hid', 'display-capture'];
  const policy = ['geolocation=(self)', ...none.map((name) => `${name}=()`)].join(', ');
  fastify.addHook('onSend', async (_request, reply) => {
    reply.header('permissions-policy', policy);
  });
}

function securityHeaders(tileHosts: readonly string[]) {
  return {
    // Served over plain HTTP on loopback; whoever terminates TLS in front adds it there.
    hsts: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tileHosts],
        connectSrc: ["'self'", ...tileHosts],
        mediaSrc: ["'self'", 'blob:'],
        // antd writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  };
}
