import { identity as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { type App, mount, mountRaw } from '../../platform/http.ts';
import { endApiKey, listApiKeys, makeApiKey } from './api-keys.ts';
import { changeAccount } from './change-account.ts';
import { changeOwnPassword, guessOwnPassword } from './change-own-password.ts';
import { confirmRights, refuseRights } from './confirm-rights.ts';
import { createAccount } from './create-account.ts';
import { foldAll } from './key-use.ts';
import { listAccounts } from './list-accounts.ts';
import { apiUseExport, listApiUse } from './list-api-use.ts';
import { closeAccount, lockAccount, unlockAccount } from './lock-account.ts';
import { resetPassword } from './reset-password.ts';
import { expiredCookie, forget, forgetAll, sessionCookie, tokenOf } from './resolve-actor.ts';
import { endSession } from './sessions.repo.ts';
import { signInRoutes } from './sign-in.routes.ts';
import { guessToSignIn, ownAccount, signIn } from './sign-in.ts';

export function identityRoutes(app: App): void {
  mount(
    app,
    contract.signIn,
    {
      may: 'public',
      audit: 'signed in',
      limit: app.wishes.signInsPerMinute,
      first: guessToSignIn,
      answer: (reply, opened) => {
        reply.header('set-cookie', sessionCookie(app.runtime, opened));
      },
    },
    signIn,
  );
  const { method, path, summary } = contract.signOut;
  mountRaw(
    app,
    { method, path, summary, may: 'half-signed-in', audit: 'signed out' },
    async ({ request, reply, transact }) => {
      const token = tokenOf(request, app.runtime.site);
      if (token) await transact((ctx) => endSession(ctx, token));
      forget(request, app.runtime);
      reply.header('set-cookie', expiredCookie(app.runtime.site));
      return { done: true };
    },
  );
  mount(app, contract.me, { may: 'half-signed-in', audit: 'own account read' }, (ctx) =>
    whoAmI(ctx, app.runtime.clock.kind),
  );
  mount(
    app,
    contract.changeOwnPassword,
    {
      may: 'signed-in',
      audit: 'own password changed',
      limit: app.wishes.signInsPerMinute,
      first: guessOwnPassword,
      answer: (reply, opened) => {
        forgetAll(app.runtime);
        reply.header('set-cookie', sessionCookie(app.runtime, opened));
      },
    },
    changeOwnPassword,
  );
  app.fastify.addHook('onClose', () => foldAll(app.runtime));
  signInRoutes(app);
  accountRoutes(app);
}

/** 账号管理. Whatever it changes counts at once, in this process; in others within seconds. */
function accountRoutes(app: App): void {
  const may = 'accounts.manage';
  const answer = () => forgetAll(app.runtime);
  const sees = [may, 'accounts.secure'] as const;
  mount(app, contract.listAccounts, { may: sees, audit: 'accounts read' }, listAccounts);
  mount(app, contract.createAccount, { may, audit: 'account made' }, createAccount);
  mount(app, contract.changeAccount, { may, audit: 'account changed', answer }, changeAccount);
  const confirms = 'accounts.secure';
  mount(
    app,
    contract.confirmRights,
    { may: confirms, audit: 'rights confirmed', answer },
    confirmRights,
  );
  mount(app, contract.refuseRights, { may: confirms, audit: 'rights refused' }, refuseRights);
  mount(app, contract.lockAccount, { may, audit: 'account locked', answer }, lockAccount);
  mount(app, contract.unlockAccount, { may, audit: 'account unlocked', answer }, unlockAccount);
  mount(app, contract.closeAccount, { may, audit: 'account closed', answer }, closeAccount);
  mount(app, contract.listApiKeys, { may, audit: 'keys of an account read' }, listApiKeys);
  mount(app, contract.listApiUse, { may, audit: 'use of the interface read' }, listApiUse);
  apiUseExport(app);
  mount(app, contract.makeApiKey, { may, audit: 'key made' }, makeApiKey);
  mount(app, contract.endApiKey, { may, audit: 'key ended' }, endApiKey);
  mount(
    app,
    contract.resetPassword,
    { may, audit: 'first password handed out anew', answer },
    resetPassword,
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
