import type { InputOf, Method, ReplyOf, Route } from '@minsheng/contract/route.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, anonymousFrom } from './actor.ts';
import type { App, May, RouteEntry, RouteRules } from './app.ts';
import type { Context } from './context.ts';
import { idempotent, keyOf } from './idempotency.ts';
import { readInput } from './input.ts';
import { type Described, mannersOf, openApiOf } from './openapi.ts';
import { readTogether, viewOf } from './read-together.ts';
import { Refusal } from './refusal.ts';
import { actorRefused, refusedTo } from './refused-to.ts';
import { checkReply } from './reply-check.ts';
import { transact } from './transact.ts';

export type { App, May, RouteEntry, RouteRules } from './app.ts';

interface MountRules<R extends Route> extends RouteRules {
  /** In a transaction of its own, which stands whatever becomes of the request. */
  readonly first?: (ctx: Context, input: InputOf<R>) => Promise<void>;
  /** For what is not in the body of the reply: a cookie, a header. */
  readonly answer?: (reply: FastifyReply, result: ReplyOf<R>) => void;
}

type UseCase<R extends Route> = (ctx: Context, input: InputOf<R>) => Promise<ReplyOf<R>>;

/** Serves one operation of the contract by one use case in one transaction. */
export function mount<R extends Route>(
  app: App,
  route: R,
  rules: MountRules<R>,
  useCase: UseCase<R>,
): void {
  const entry = { ...route, ...rules, isRaw: false };
  serve(app, entry, openApiOf(route), async (request, reply, actor) => {
    const input = readInput(route, request);
    const { first } = rules;
    if (first) await transact(app.runtime, actor, (ctx) => first(ctx, input));
    const result = await runUseCase(app, entry, { request, actor }, async (ctx) => {
      const reply = await useCase(ctx, input);
      if (app.wishes.checksReplies) checkReply(route, reply);
      return reply;
    });
    rules.answer?.(reply, result);
    return result;
  });
}

interface SharedUseCase<R extends Route, Read> {
  /** For everybody of one view (`viewOf`): who exactly asks may not decide what it finds. */
  readonly read: (ctx: Context, input: InputOf<R>) => Promise<Read>;
  /** What is this person's own in it. */
  readonly shown: (actor: Actor, read: Read) => ReplyOf<R>;
}

/** The same for what many open pages ask for at once: one reading answers all who see the same, each asking is audited. */
export function mountShared<R extends Route, Read>(
  app: App,
  route: R,
  rules: RouteRules,
  { read, shown }: SharedUseCase<R, Read>,
): void {
  const entry = { ...route, ...rules, isRaw: false };
  const together = readTogether<Read>();
  serve(app, entry, openApiOf(route), async (request, _reply, actor) => {
    const input = readInput(route, request);
    const key = `${viewOf(actor)} ${JSON.stringify(input)}`;
    const result = shown(
      actor,
      await together(key, () => transact(app.runtime, actor, (ctx) => read(ctx, input))),
    );
    if (app.wishes.checksReplies) checkReply(route, result);
    app.audit.add(entry, actor, paramsOf(request), null);
    return result;
  });
}

interface Call {
  readonly request: FastifyRequest;
  readonly actor: Actor;
}

/** Reads are audited in batches afterwards; whatever changes something is audited in its own transaction. */
async function runUseCase<T>(
  app: App,
  entry: RouteEntry,
  call: Call,
  useCase: (ctx: Context) => Promise<T>,
): Promise<T> {
  if (entry.method === 'GET') {
    const result = await transact(app.runtime, call.actor, useCase);
    app.audit.add(entry, call.actor, paramsOf(call.request), null);
    return result;
  }
  const key = keyOf(call.request, call.actor, entry);
  return transact(app.runtime, call.actor, async (ctx) => {
    ctx.unitOfWork.audit = { word: entry.audit, method: entry.method, path: entry.path };
    Object.assign(ctx.unitOfWork.facts, paramsOf(call.request));
    return key ? idempotent(ctx, key, useCase) : useCase(ctx);
  });
}

export interface RawRoute extends RouteRules {
  readonly method: Method;
  readonly path: `/${string}`;
  readonly summary: string;
}

export interface RawCall extends Call {
  readonly reply: FastifyReply;
  /**
   * A transaction of this actor, audited with the route's word. Of a change once only: what it answers is kept under the
   * request's idempotency key, and a second call would be answered with it.
   */
  transact<T>(useCase: (ctx: Context) => Promise<T>): Promise<T>;
  /** The same for whoever the request names otherwise than by its headers. */
  transactAs<T>(actor: Actor, useCase: (ctx: Context) => Promise<T>): Promise<T>;
}

/** For what is not JSON in and out: uploads, downloads, streams. In the registry like every other operation. */
export function mountRaw(
  app: App,
  route: RawRoute,
  handler: (call: RawCall) => Promise<unknown>,
): void {
  const entry = { ...route, isRaw: true };
  serve(app, entry, { summary: route.summary }, (request, reply, actor) =>
    handler({
      request,
      reply,
      actor,
      transact: (useCase) => runUseCase(app, entry, { request, actor }, useCase),
      transactAs: (named, useCase) =>
        refusedTo(named, () => runUseCase(app, entry, { request, actor: named }, useCase)),
    }),
  );
}

type Handler = (request: FastifyRequest, reply: FastifyReply, actor: Actor) => Promise<unknown>;

function serve(app: App, entry: RouteEntry, schema: Described, handler: Handler): void {
  app.registry.push(entry);
  const limit = entry.limit ?? (entry.may === 'public' ? app.wishes.publicPerMinute : null);
  app.fastify.route({
    method: entry.method,
    url: `/api${entry.path}`,
    schema: { ...schema, ...mannersOf(entry, schema) },
    ...(limit ? { config: { rateLimit: { max: limit, timeWindow: '1 minute' } } } : {}),
    handler: async (request, reply) => {
      // What is not JSON may last: an upload by a slow line, a stream. It keeps nobody else out.
      const leave = entry.isRaw ? null : app.door.enter(entry.method);
      try {
        return await answer(app, entry, { request, reply, handler });
      } finally {
        leave?.();
      }
    },
  });
}

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly handler: Handler;
}

async function answer(
  app: App,
  entry: RouteEntry,
  { request, reply, handler }: Asked,
): Promise<unknown> {
  const actor = (await app.wishes.resolveActor(request, app.runtime)) ?? anonymousFrom(request.ip);
  try {
    demandMay(actor, entry.may);
    return await handler(request, reply, actor);
  } catch (error) {
    if (error instanceof Refusal)
      app.audit.add(entry, actorRefused(error) ?? actor, paramsOf(request), error.code);
    throw error;
  }
}

function demandMay(actor: Actor, may: May): void {
  if (may === 'public') return;
  if (isNobody(actor)) throw new Refusal('identity.sign-in-needed');
  if (may === 'half-signed-in') return;
  if (actor.factorIsDue === 'code') throw new Refusal('identity.factor-due');
  if (may === 'signed-in') return;
  if (actor.passwordIsDue) throw new Refusal('identity.password-due');
  if (actor.factorIsDue) throw new Refusal('identity.enrolment-due');
  const wanted = typeof may === 'string' ? [may] : may;
  if (!wanted.some((permission) => actor.has(permission)))
    throw new Refusal('identity.not-permitted');
}

const isNobody = (actor: Actor): boolean =>
  actor.accountId === null && actor.orderId === null && actor.kind === 'citizen';

const longestFact = 200;

/**
 * Ids only: what a route names in its path. Whoever asks may put anything there; what no database keeps is taken out, or
 * one address would cost the audit lines of everybody who asked in that second.
 */
function paramsOf({ params }: FastifyRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params ?? {}).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[name, value.toWellFormed().replaceAll('\0', '').slice(0, longestFact)]]
        : [],
    ),
  );
}
