import { identity as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { type App, mount, mountRaw } from '../../platform/http.ts';
import { grantRole, listAccounts } from './grant-role.ts';
import { cookieFor, expiredCookie, forget, forgetAll, tokenOf } from './resolve-actor.ts';
import { endSession } from './sessions.repo.ts';
import { ownAccount, sessionHours, signIn } from './sign-in.ts';

export function identityRoutes(app: App): void {
  mount(
    app,
    contract.signIn,
    {
      may: 'public',
      audit: 'signed in',
      limit: 30,
      answer: (reply, { token }) => {
        reply.header('set-cookie', cookieFor(app.runtime.site, token, sessionHours * 3600));
      },
    },
    signIn,
  );
  const { method, path, summary } = contract.signOut;
  mountRaw(
    app,
    { method, path, summary, may: 'signed-in', audit: 'signed out' },
    async ({ request, reply, transact }) => {
      const token = tokenOf(request);
      if (token) await transact((ctx) => endSession(ctx, token));
      forget(request, app.runtime);
      reply.header('set-cookie', expiredCookie(app.runtime.site));
      return { done: true };
    },
  );
  mount(app, contract.me, { may: 'signed-in', audit: 'own account read' }, (ctx) =>
    whoAmI(ctx, app.runtime.clock.kind),
  );
  mount(
    app,
    contract.listAccounts,
    { may: 'accounts.manage', audit: 'accounts read' },
    listAccounts,
  );
  mount(
    app,
    contract.grantRole,
    {
      may: 'accounts.manage',
      audit: 'role granted',
      answer: () => forgetAll(app.runtime),
    },
    grantRole,
  );
}

async function whoAmI(
  ctx: Context,
  clock: 'system' | 'virtual',
): Promise<ReplyOf<typeof contract.me>> {
  return {
    account: await ownAccount(ctx),
    city: { code: ctx.city.code, name: ctx.city.name },
    clock: clock === 'virtual' ? 'virtual' : 'real',
    now: ctx.now.toISOString(),
  };
}
