import { z } from 'zod';
import { route } from './route.ts';
import { done, instant, unitBrief } from './shapes.ts';
import { permissions, roles, scopes } from './words/roles.ts';

export const account = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  permissions: z.array(z.enum(permissions)),
  scope: z.enum(scopes),
  outsourced: z.boolean(),
  unit: unitBrief.nullable(),
});

export const signIn = route({
  method: 'POST',
  path: '/sign-in',
  summary: 'Sign in with a login and a password; the token is also set as a cookie',
  body: z.object({ login: z.string().min(1).max(60), password: z.string().min(1).max(200) }),
  reply: z.object({ token: z.string(), expiresAt: instant, account }),
});

export const signOut = route({
  method: 'POST',
  path: '/sign-out',
  summary: 'Sign out: the token opens nothing any more',
  reply: done,
});

export const me = route({
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in, what they may do, and in which city',
  reply: z.object({
    account,
    city: z.object({ code: z.string(), name: z.string() }),
    clock: z.enum(['real', 'virtual']),
    now: instant,
  }),
});

export const listAccounts = route({
  method: 'GET',
  path: '/accounts',
  summary: 'Accounts of this installation',
  reply: z.object({
    rows: z.array(account.omit({ permissions: true }).extend({ disabled: z.boolean() })),
  }),
});

export const grantRole = route({
  method: 'POST',
  path: '/accounts/:accountId/roles',
  summary:
    'Give an account a role; refused for outsourced accounts where the role may not be outsourced',
  params: z.object({ accountId: z.uuid() }),
  body: z.object({ role: z.enum(roles) }),
  reply: done,
});

export const identityRefusals = {
  'identity.wrong-password': [401, '用户名或密码不正确,请核对后再试。'],
  'identity.sign-in-needed': [401, '登录已过期,请重新登录。'],
  'identity.too-many-tries': [429, '尝试次数过多,请 {minutes} 分钟后再试。'],
  'identity.not-permitted': [403, '您的岗位没有这项权限,如需办理请联系本单位管理员。'],
  'identity.no-such-account': [404, '没有找到这个账号。'],
  'identity.outsourced': [
    403,
    '外包账号不能承担“{role}”岗位(国办函〔2025〕66号:诉求办理等主体业务不得外包)。',
  ],
} as const;
