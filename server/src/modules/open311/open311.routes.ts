import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { type App, mountRaw, type RawCall, type RawRoute } from '../../platform/http.ts';
import { bodyOf, refusedWith } from '../../platform/http-errors.ts';
import { Refusal } from '../../platform/refusal.ts';
import { admitKey } from '../identity/index.ts';
import { type Arguments, argumentsOf, one, refuseUnreadable } from './arguments.ts';
import { discovery } from './discovery.ts';
import { faultsIn, GeoFault } from './fault.ts';
import { type Filed, fileRequest } from './file-request.ts';
import { readRequest, readRequests } from './read-requests.ts';
import { readDefinition, readServices } from './read-services.ts';
import { readToken } from './read-token.ts';
import {
  contentType,
  type Format,
  formats,
  listOf,
  type SparkDocument,
  type SparkValue,
  written,
} from './spark.ts';
import { text } from './text.ts';

type Answer = (ctx: Context, asked: { said: Arguments; name: string }) => Promise<SparkDocument>;

const base = '/open311/v2';

/** Open311 GeoReport v2. Reads are for everybody; whoever files a request shows a key. */
export function open311Routes(app: App): void {
  app.fastify.register(async (fastify) => {
    readForms(fastify);
    answerFaults(fastify, app);
    const here: App = { ...app, fastify };
    serveReads(here);
    serveFiling(here);
  });
}

function serveReads(app: App): void {
  const read = (path: `/${string}`, summary: string, answer: Answer) =>
    mountRaw(app, { method: 'GET', path, summary, may: 'public', audit: 'open311 read' }, (call) =>
      answered(call, (asked) => call.transact((ctx) => answer(ctx, asked))),
    );
  read(`${base}/discovery.:format`, 'Open311: where the service is and what it speaks', (ctx) =>
    discovery(ctx, `${app.runtime.site.origin}/api${base}/`),
  );
  read(`${base}/services.:format`, 'Open311: services that may be asked for', readServices);
  read(`${base}/services/:document`, 'Open311: what one service asks', (ctx, { name }) =>
    readDefinition(ctx, name),
  );
  read(
    `${base}/requests.:format`,
    'Open311: requests of a span of time',
    async (ctx, { said }) => ({
      root: 'service_requests',
      value: await readRequests(ctx, said),
    }),
  );
  read(`${base}/requests/:document`, 'Open311: one request', async (ctx, { name }) => ({
    root: 'service_requests',
    value: await readRequest(ctx, name),
  }));
  read(
    `${base}/tokens/:document`,
    'Open311: the number a token stands for',
    async (ctx, { name }) => ({
      root: 'service_requests',
      value: await readToken(ctx, name),
    }),
  );
}

function serveFiling(app: App): void {
  const route: RawRoute = {
    method: 'POST',
    path: `${base}/requests.:format`,
    summary: 'Open311: ask for a service; the key of a machine account is needed',
    may: 'public',
    audit: 'open311 request filed',
  };
  mountRaw(app, route, (call) =>
    answered(call, async ({ said }) => {
      const actor = await holderOf(app, said);
      const filed = await call.transactAs(actor, (ctx) => fileRequest(ctx, said));
      return { root: 'service_requests', value: listOf('request', [filedIn(filed)]) };
    }),
  );
}

/** The text wants 403 for a key that is wrong or missing; too many calls stay 429. */
async function holderOf(app: App, said: Arguments): Promise<Actor> {
  try {
    return await admitKey(app.runtime, {
      key: one(said, 'api_key') ?? null,
      scope: 'open311:file',
    });
  } catch (error) {
    if (error instanceof Refusal && !isLimit(error))
      throw new GeoFault(403, { code: 'wrong-api_key', description: text.wrongKey });
    throw error;
  }
}

const isLimit = ({ code }: Refusal): boolean =>
  code === 'identity.key-rate' || code === 'identity.key-quota';

const filedIn = ({ serviceRequestId, token }: Filed): SparkValue => ({
  ...(token === null ? { service_request_id: serviceRequestId } : { token }),
  service_notice: text.notice,
  account_id: null,
});

async function answered(
  call: RawCall,
  answer: (asked: { said: Arguments; name: string }) => Promise<SparkDocument>,
): Promise<unknown> {
  const { request, reply } = call;
  const { format, name } = documentOf(request);
  if (!format) throw new GeoFault(404, { code: 'no-such-format', description: text.noFormat });
  const said = argumentsOf(request.query, request.body);
  refuseUnreadable(said);
  const { root, value } = await answer({ said, name });
  return sent(reply, format, written(format, root, value));
}

const sent = (reply: FastifyReply, format: Format, body: string): FastifyReply =>
  reply
    .headers({ 'content-type': contentType[format], 'access-control-allow-origin': '*' })
    .send(body);

/** The ending decides the format, never a header; null where it is neither. */
function documentOf({ url }: FastifyRequest): { format: Format | null; name: string } {
  const path = url.split('?')[0] ?? '';
  const file = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
  const dot = file.lastIndexOf('.');
  const format = formats.find((known) => known === file.slice(dot + 1)) ?? null;
  return { format, name: file.slice(0, Math.max(dot, 0)) };
}

/** Whatever goes wrong is told in the format that was asked for. */
function answerFaults(fastify: FastifyInstance, { runtime }: App): void {
  fastify.setErrorHandler<FastifyError>((error, request, reply) => {
    const format = documentOf(request).format ?? 'xml';
    if (error instanceof GeoFault)
      return sent(reply.status(error.status), format, faultsIn(format, error.faults));
    const refusal = refusedWith(error, { request, reply, log: runtime.log });
    const { code, message } = bodyOf(refusal).error;
    return sent(reply, format, faultsIn(format, [{ code, description: message }]));
  });
}

/** Forms as GeoReport sends them; our own operations take JSON only. */
function readForms(fastify: FastifyInstance): void {
  fastify.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string) => new URLSearchParams(body),
  );
}
