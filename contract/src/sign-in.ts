import { z } from 'zod';
import { route } from './route.ts';
import { done, instant } from './shapes.ts';
import { roles } from './words/roles.ts';
import { idleMinutes, recoveryCodes, sessionHours } from './words/sign-in.ts';

/** Six digits of an app, or a recovery code. */
const code = z.string().trim().min(6).max(20);
const opened = { token: z.string(), expiresAt: instant };

export const giveFactor = route({
  method: 'POST',
  path: '/own-second-factor',
  summary: 'Give the code of the second factor, or a recovery code; a new session opens',
  body: z.object({ code }),
  reply: z.object({
    ...opened,
    /** Recovery codes that still open. */
    codesLeft: z.number().int(),
  }),
});

export const ownFactor = route({
  method: 'GET',
  path: '/own-second-factor',
  summary: 'Whether a second factor is bound, since when, and how many recovery codes are left',
  reply: z.object({
    boundAt: instant.nullable(),
    codesLeft: z.number().int(),
    /** One of the roles asks for it. */
    isRequired: z.boolean(),
  }),
});

export const beginFactor = route({
  method: 'POST',
  path: '/own-second-factor/begin',
  summary: 'Begin to bind an authenticator: its secret, said until it is confirmed',
  reply: z.object({
    /** Base32, for typing. */
    secret: z.string(),
    /** otpauth://…, drawn as a QR code by the page. */
    uri: z.string(),
  }),
});

export const bindFactor = route({
  method: 'POST',
  path: '/own-second-factor/bind',
  summary: 'Confirm the authenticator with its first code; recovery codes are said once',
  body: z.object({ code }),
  reply: z.object({ ...opened, recoveryCodes: z.array(z.string()).length(recoveryCodes) }),
});

export const unbindFactor = route({
  method: 'POST',
  path: '/own-second-factor/unbind',
  summary: 'Unbind one’s own authenticator with a code of it, to bind another',
  body: z.object({ code }),
  reply: z.object(opened),
});

export const resetFactor = route({
  method: 'POST',
  path: '/accounts/:accountId/reset-second-factor',
  summary: 'Unbind the authenticator of somebody who lost it; the sessions of the account end',
  params: z.object({ accountId: z.uuid() }),
  body: z.object({ reason: z.string().trim().min(4).max(200) }),
  reply: done,
});

const session = z.object({
  sessionId: z.uuid(),
  /** This very one. */
  isOwn: z.boolean(),
  /** 浏览器 and system, such as Chrome · Windows; null before its first use. */
  browser: z.string().nullable(),
  /** The network without its last part. */
  network: z.string().nullable(),
  madeAt: instant,
  usedAt: instant.nullable(),
  expiresAt: instant,
});
const sessions = z.object({ rows: z.array(session), shownCap: z.number().int() });

export const ownSessions = route({
  method: 'GET',
  path: '/own-sessions',
  summary: 'Where one is signed in',
  reply: sessions,
});

export const endOwnSession = route({
  method: 'POST',
  path: '/own-sessions/:sessionId/end',
  summary: 'End one of one’s own sessions',
  params: z.object({ sessionId: z.uuid() }),
  reply: done,
});

export const endOtherSessions = route({
  method: 'POST',
  path: '/own-sessions/end-others',
  summary: 'End every session of one’s own but this one',
  reply: done,
});

export const accountSessions = route({
  method: 'GET',
  path: '/accounts/:accountId/sessions',
  summary: 'Where an account is signed in',
  params: z.object({ accountId: z.uuid() }),
  reply: sessions,
});

export const endAccountSessions = route({
  method: 'POST',
  path: '/accounts/:accountId/sessions/end',
  summary: 'End every session of an account',
  params: z.object({ accountId: z.uuid() }),
  reply: done,
});

const rules = {
  /** 须二次验证的岗位. */
  factorRoles: z.array(z.enum(roles)).max(roles.length),
  /** 授权须复核: a grant of a role that may see people waits for a security administrator. */
  confirmsGrants: z.boolean(),
  idleMinutes: z.number().int().min(idleMinutes.least).max(idleMinutes.most),
  sessionHours: z.number().int().min(sessionHours.least).max(sessionHours.most),
};

export const readRules = route({
  method: 'GET',
  path: '/sign-in-rules',
  summary: 'The city’s rules of sign-in and of granting rights',
  reply: z.object({
    ...rules,
    /** Null: nobody chose; what stands here is what holds until somebody does. */
    chosen: z.object({ at: instant, by: z.string() }).nullable(),
    /** Accounts of the demo are open still: nothing is asked for until somebody chooses. */
    isDemo: z.boolean(),
  }),
});

export const changeRules = route({
  method: 'PUT',
  path: '/sign-in-rules',
  summary: 'Choose the rules of sign-in and of granting rights',
  body: z.object(rules),
  reply: done,
});

export const signInRefusals = {
  'identity.factor-due': [403, '请先输入验证器里的验证码。'],
  'identity.enrolment-due': [403, '您的岗位须绑定验证器,请先绑定再使用其他功能。'],
  'identity.no-factor': [409, '这个账号没有绑定验证器。'],
  'identity.factor-bound': [409, '已经绑定了验证器;要换一个,请先用现在的验证码解除。'],
  'identity.factor-not-begun': [409, '请重新开始绑定,再输入新二维码对应的验证码。'],
  'identity.wrong-code': [403, '验证码不正确,请核对手机时间后输入最新的 6 位数字。'],
  'identity.code-used': [403, '这个验证码已经用过,请等下一个。'],
  'identity.own-factor': [403, '自己的验证器要由另一位安全管理员重置。'],
  'identity.no-such-session': [404, '没有找到这次登录,可能已经退出。'],
  'identity.not-apart': [
    403,
    '系统管理员、安全管理员、审计员必须是三个不同的账号;安全管理员和审计员不能再兼其他岗位。',
  ],
} as const;
