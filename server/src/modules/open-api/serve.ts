import type { InputOf, ReplyOf, Route } from '@minsheng/contract/route.ts';
import type { ApiScope } from '@minsheng/contract/words/api-scopes.ts';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../../platform/context.ts';
import { type App, mountRaw, type RawCall, type RawRoute } from '../../platform/http.ts';
import { readInput } from '../../platform/input.ts';
import { refusedTo } from '../../platform/refused-to.ts';
import { checkReply } from '../../platform/reply-check.ts';
import { admitKey } from '../identity/index.ts';

interface OpenRules {
  readonly scope: ApiScope;
  readonly audit: string;
}

/** A key's own limit stands in its row; this one is for strangers, by address. */
const perMinute = 12_000;

/** Serves one operation of the open interface: the key says who asks, its scopes whether they may, one use case does it. */
export function serveOpen<R extends Route>(
  app: App,
  route: R,
  rules: OpenRules,
  useCase: (ctx: Context, input: InputOf<R>) => Promise<ReplyOf<R>>,
): void {
  serveOpenRaw(app, { ...route, ...rules }, ({ request, transact }) => {
    const input = readInput(route, request);
    return transact(async (ctx) => {
      const reply = await useCase(ctx, input);
      if (app.wishes.checksReplies) checkReply(route, reply);
      return reply;
    });
  });
}

type OpenRaw = Pick<RawRoute, 'method' | 'path' | 'summary'> & OpenRules;

/** For what is not JSON in and out; `transact` and `actor` are those of the key. */
export function serveOpenRaw(
  app: App,
  { method, path, summary, scope, audit }: OpenRaw,
  handler: (call: RawCall) => Promise<unknown>,
): void {
  mountRaw(app, { method, path, summary, audit, may: 'public', limit: perMinute }, async (call) => {
    const actor = await admitKey(app.runtime, { key: keyIn(call.request), scope });
    const transact: RawCall['transact'] = (useCase) => call.transactAs(actor, useCase);
    return refusedTo(actor, () => handler({ ...call, actor, transact }));
  });
}

const keyIn = ({ headers }: FastifyRequest): string | null =>
  /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '')?.[1] ?? null;
