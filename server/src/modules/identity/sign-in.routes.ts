import { signIn as contract } from '@minsheng/contract';
import type { FastifyReply } from 'fastify';
import { type App, mount } from '../../platform/http.ts';
import { forgetAll, sessionCookie } from './resolve-actor.ts';
import {
  beginFactor,
  bindFactor,
  giveFactor,
  guessFactor,
  ownFactor,
  resetFactor,
  unbindFactor,
} from './second-factor.ts';
import {
  accountSessions,
  endAccountSessions,
  endOtherSessions,
  endOwnSession,
  ownSessions,
} from './sessions.ts';
import { changeRules, readRules } from './sign-in-rules.ts';

/** 二次验证、会话、规则. Whatever is changed counts at once, in this process; in others within seconds. */
export function signInRoutes(app: App): void {
  factorRoutes(app);
  sessionRoutes(app);
  const keeps = ['accounts.manage', 'accounts.secure'] as const;
  const answer = () => forgetAll(app.runtime);
  mount(app, contract.readRules, { may: keeps, audit: 'rules of sign-in read' }, readRules);
  mount(
    app,
    contract.changeRules,
    { may: 'accounts.secure', audit: 'rules of sign-in changed', answer },
    changeRules,
  );
}

function factorRoutes(app: App): void {
  const limit = app.wishes.signInsPerMinute;
  const first = guessFactor;
  const answer = (reply: FastifyReply, opened: { token: string; expiresAt: string }) => {
    forgetAll(app.runtime);
    reply.header('set-cookie', sessionCookie(app.runtime, opened));
  };
  mount(
    app,
    contract.giveFactor,
    { may: 'half-signed-in', audit: 'second factor given', limit, first, answer },
    giveFactor,
  );
  const may = 'signed-in';
  mount(app, contract.ownFactor, { may, audit: 'own second factor read' }, ownFactor);
  mount(app, contract.beginFactor, { may, audit: 'second factor begun', limit }, beginFactor);
  mount(
    app,
    contract.bindFactor,
    { may, audit: 'second factor bound', limit, first, answer },
    bindFactor,
  );
  mount(
    app,
    contract.unbindFactor,
    { may, audit: 'second factor unbound', limit, first, answer },
    unbindFactor,
  );
  mount(
    app,
    contract.resetFactor,
    {
      may: 'accounts.secure',
      audit: 'second factor reset',
      answer: () => forgetAll(app.runtime),
    },
    resetFactor,
  );
}

function sessionRoutes(app: App): void {
  const may = 'signed-in';
  const keeps = ['accounts.manage', 'accounts.secure'] as const;
  const answer = () => forgetAll(app.runtime);
  mount(app, contract.ownSessions, { may, audit: 'own sessions read' }, ownSessions);
  mount(app, contract.endOwnSession, { may, audit: 'own session ended', answer }, endOwnSession);
  mount(
    app,
    contract.endOtherSessions,
    { may, audit: 'own other sessions ended', answer },
    endOtherSessions,
  );
  mount(
    app,
    contract.accountSessions,
    { may: keeps, audit: 'sessions of an account read' },
    accountSessions,
  );
  mount(
    app,
    contract.endAccountSessions,
    { may: keeps, audit: 'sessions of an account ended', answer },
    endAccountSessions,
  );
}
