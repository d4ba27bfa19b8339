import { directory as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { FastifyReply } from 'fastify';
import type { Runtime } from '../../platform/context.ts';
import { type App, mount, mountRaw, type RawCall } from '../../platform/http.ts';
import { readInput } from '../../platform/input.ts';
import { Refusal, refuseUnless } from '../../platform/refusal.ts';
import { transact as inOne } from '../../platform/transact.ts';
import { sessionCookie } from '../identity/index.ts';
import { beginningCookie, beginningOf, endedCookie } from './begun.ts';
import { compareNow, listComparisons } from './compare-jobs.ts';
import { linkPerson, listPeople, unlinkPerson } from './link-person.ts';
import { asRefusal, guessAtDirectory, openAs, signInAs, unguess, ways } from './sign-in.ts';

export function directoryRoutes(app: App): void {
  mount(app, contract.ways, { may: 'public', audit: 'ways of sign-in read' }, ways);
  const { method, path, summary } = contract.signIn;
  mountRaw(
    app,
    {
      method,
      path,
      summary,
      may: 'public',
      audit: 'signed in',
      limit: app.wishes.signInsPerMinute,
    },
    (call) => signInByLdap(app, call),
  );
  oidcRoutes(app);
  const may = 'accounts.manage';
  const audit = 'links to the directory read';
  mount(app, contract.listPeople, { may, audit }, listPeople);
  mount(app, contract.link, { may, audit: 'account linked to the directory' }, linkPerson);
  mount(app, contract.unlink, { may, audit: 'link to the directory ended' }, unlinkPerson);
  mount(app, contract.listComparisons, { may, audit: 'comparisons read' }, listComparisons);
  mount(app, contract.compare, { may, audit: 'comparison asked for' }, compareNow);
}

/** The directory is asked between two transactions: a slow one must not hold a connection. */
async function signInByLdap(app: App, { request, reply, actor, transact }: RawCall) {
  const { login, password } = readInput(contract.signIn, request);
  const { ldap } = app.runtime.ports.directory;
  // Not the request's own transaction: that one is kept under the request's key, and answered once.
  await inOne(app.runtime, actor, (ctx) => guessAtDirectory(ctx, login));
  refuseUnless(ldap, 'directory.not-set');
  const person = await asRefusal(ldap.check(login, password)).catch(async (error) => {
    await inOne(app.runtime, actor, (ctx) => unguess(ctx, login));
    throw error;
  });
  const opened = await transact((ctx) => signInAs(ctx, { login, person }));
  return withSession(app.runtime, reply, opened);
}

function withSession(
  runtime: Runtime,
  reply: FastifyReply,
  opened: ReplyOf<typeof contract.signIn>,
): ReplyOf<typeof contract.signIn> {
  reply.header('set-cookie', sessionCookie(runtime, opened));
  return opened;
}

function oidcRoutes(app: App): void {
  const limit = app.wishes.signInsPerMinute;
  const open = { method: 'GET', may: 'public', limit } as const;
  mountRaw(
    app,
    {
      ...open,
      path: contract.oidcStartPath,
      audit: 'sign-in from outside begun',
      summary: 'To the page of the provider (OpenID Connect); no JSON',
    },
    (call) => orBack(app, call, () => begin(app.runtime, call)),
  );
  mountRaw(
    app,
    {
      ...open,
      path: contract.oidcBackPath,
      audit: 'signed in',
      summary: 'Back from the page of the provider; no JSON',
    },
    (call) => orBack(app, call, () => finish(app.runtime, call)),
  );
}

const backOf = ({ site }: Runtime): string => `${site.origin}/api${contract.oidcBackPath}`;

async function begin(runtime: Runtime, { reply }: RawCall) {
  const { oidc } = runtime.ports.directory;
  refuseUnless(oidc, 'directory.not-set');
  const { address, ...beginning } = await asRefusal(oidc.begin(backOf(runtime)));
  return reply.header('set-cookie', beginningCookie(runtime, beginning)).redirect(address);
}

async function finish(runtime: Runtime, { request, reply, transact }: RawCall) {
  const { oidc } = runtime.ports.directory;
  refuseUnless(oidc, 'directory.not-set');
  const beginning = beginningOf(request, runtime);
  const address = new URL(request.url, runtime.site.origin);
  const person = await asRefusal(oidc.finish(address, beginning));
  const opened = await transact((ctx) => openAs(ctx, 'oidc', person));
  const session = sessionCookie(runtime, opened);
  return reply.header('set-cookie', [session, endedCookie(runtime)]).redirect('/');
}

/** A browser is on its way, not a program: a no is said on the page of sign-in. */
async function orBack(app: App, { request, reply, actor }: RawCall, go: () => Promise<unknown>) {
  try {
    return await go();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const entry = app.registry.find(({ path }) => `/api${path}` === request.routeOptions.url);
    if (entry) app.audit.add(entry, actor, {}, error.code);
    const where = `/?refused=${encodeURIComponent(error.code)}`;
    return reply.header('set-cookie', endedCookie(app.runtime)).redirect(where);
  }
}
