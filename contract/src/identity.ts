import { z } from 'zod';
import { route } from './route.ts';
import { cursor, day, done, instant, mobile, page, unitBrief, unitCode } from './shapes.ts';
import { accountStates, narrowings } from './words/accounts.ts';
import { apiScopes } from './words/api-scopes.ts';
import { permissions, roles, scopes } from './words/roles.ts';
import { factorDues } from './words/sign-in.ts';

export const account = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  permissions: z.array(z.enum(permissions)),
  scope: z.enum(scopes),
  outsourced: z.boolean(),
  unit: unitBrief.nullable(),
  /** 首次密码: signed in with one that was handed out, and may do nothing but choose another. */
  passwordIsDue: z.boolean(),
  /** 二次验证: nothing is open before it is given, or before one is bound. */
  factorIsDue: z.enum(factorDues).nullable(),
});

/** Small letters first, so that nobody has to ask which case. */
const login = z.string().regex(/^[a-z][a-z0-9._-]{1,39}$/);
const password = z.string().min(1).max(200);

export const signIn = route({
  method: 'POST',
  path: '/sign-in',
  summary:
    'Sign in with a login or the account’s mobile number, and a password; the token is also set as a cookie',
  body: z.object({ login: z.string().trim().min(1).max(60), password }),
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

export const accountRow = account
  .omit({ permissions: true, passwordIsDue: true, factorIsDue: true })
  .extend({
    state: z.enum(accountStates),
    narrowedTo: z.enum(narrowings).nullable(),
    maskedPhone: z.string().nullable(),
    /** Still the one that was handed out: nobody has signed in and chosen their own. */
    hasFirstPassword: z.boolean(),
    /** 已绑定二次验证. */
    hasFactor: z.boolean(),
    /** 授权待复核: rights that are in force once a security administrator confirms them. */
    asked: z
      .object({
        askId: z.uuid(),
        roles: z.array(z.enum(roles)),
        narrowedTo: z.enum(narrowings).nullable(),
        outsourced: z.boolean(),
        unitName: z.string(),
        by: z.string(),
        at: instant,
      })
      .nullable(),
  });

export const listAccounts = route({
  method: 'GET',
  path: '/accounts',
  summary: 'Accounts by login, name or unit, by unit with those below it, by role and state',
  query: z.object({
    q: z.string().trim().max(60).optional(),
    unit: unitCode.optional(),
    role: z.enum(roles).optional(),
    state: z.enum(accountStates).optional(),
    /** Only those whose rights wait to be confirmed. */
    waits: z.stringbool().optional(),
    cursor: cursor.optional(),
  }),
  reply: page(accountRow),
});

const rights = {
  name: z.string().trim().min(1).max(40),
  unit: unitCode,
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  /** Null: as wide as the roles. */
  narrowedTo: z.enum(narrowings).nullable(),
  outsourced: z.boolean(),
  /** To sign in with, and for links to the front line. Null: none. */
  phone: mobile.nullable(),
};

const firstPassword = z.object({
  accountId: z.uuid(),
  login: z.string(),
  /** Said this once; has to be changed at the first sign-in. */
  firstPassword: z.string(),
  /** The roles wait for a security administrator. */
  rightsWait: z.boolean(),
});

const accountId = z.object({ accountId: z.uuid() });

export const createAccount = route({
  method: 'POST',
  path: '/accounts',
  summary: 'Make an account; its first password is random and said once',
  body: z.object({ login, ...rights }),
  reply: firstPassword,
});

export const changeAccount = route({
  method: 'PATCH',
  path: '/accounts/:accountId',
  summary:
    'Change name, unit, roles, scope, telephone or the outsourced mark of an account; what is not said stays',
  params: accountId,
  body: z.object(rights).partial(),
  reply: z.object({
    done: z.literal(true),
    /** What was granted waits for a security administrator. */
    rightsWait: z.boolean(),
  }),
});

const ask = accountId.extend({ askId: z.uuid() });

export const confirmRights = route({
  method: 'POST',
  path: '/accounts/:accountId/rights/:askId/confirm',
  summary: 'Confirm rights an administrator asked for; they are in force',
  params: ask,
  reply: done,
});

export const refuseRights = route({
  method: 'POST',
  path: '/accounts/:accountId/rights/:askId/refuse',
  summary: 'Refuse rights an administrator asked for; the account keeps what it had',
  params: ask,
  body: z.object({ reason: z.string().trim().min(4).max(200) }),
  reply: done,
});

export const lockAccount = route({
  method: 'POST',
  path: '/accounts/:accountId/lock',
  summary: 'Lock an account: nobody signs in with it, and its sessions end',
  params: accountId,
  reply: done,
});

export const unlockAccount = route({
  method: 'POST',
  path: '/accounts/:accountId/unlock',
  summary: 'Open a locked account again',
  params: accountId,
  reply: done,
});

export const closeAccount = route({
  method: 'POST',
  path: '/accounts/:accountId/close',
  summary: 'Close an account for good; what its person did stays, its login is never given again',
  params: accountId,
  reply: done,
});

export const resetPassword = route({
  method: 'POST',
  path: '/accounts/:accountId/reset-password',
  summary: 'Hand out a new first password; the sessions of the account end',
  params: accountId,
  reply: firstPassword,
});

const keyRights = {
  scopes: z.array(z.enum(apiScopes)).min(1).max(apiScopes.length),
  perMinute: z.number().int().min(1).max(100_000),
  perDay: z.number().int().min(1).max(10_000_000),
};

export const listApiKeys = route({
  method: 'GET',
  path: '/accounts/:accountId/keys',
  summary: 'Keys of a machine account, without the secret',
  params: accountId,
  reply: z.object({
    rows: z.array(
      z.object({
        keyId: z.uuid(),
        name: z.string(),
        /** The last four of its characters. */
        ending: z.string(),
        madeAt: instant,
        endedAt: instant.nullable(),
        ...keyRights,
        expiresAt: instant.nullable(),
        /** The last fourteen days on which it was used, the latest first. */
        uses: z.array(z.object({ on: day, calls: z.number().int(), refused: z.number().int() })),
      }),
    ),
  }),
});

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const listApiUse = route({
  method: 'GET',
  path: '/accounts/api-use',
  summary: 'Calls of the open interface by unit in a month',
  query: z.object({ month }),
  reply: z.object({
    rows: z.array(
      z.object({
        /** Null: of programs that stand for no unit. */
        unit: z.object({ code: z.string(), name: z.string() }).nullable(),
        keys: z.number().int(),
        calls: z.number().int(),
        /** Among them: refused for a limit. */
        refused: z.number().int(),
      }),
    ),
  }),
});

/** Raw HTTP: POST /api/accounts/api-use/export, an xlsx of the month. */
export const exportApiUseBody = z.object({ month, purpose: z.string().trim().min(4).max(200) });

export const makeApiKey = route({
  method: 'POST',
  path: '/accounts/:accountId/keys',
  summary: 'Make a key for a machine account; it is said once',
  params: accountId,
  body: z.object({
    name: z.string().trim().min(1).max(60),
    ...keyRights,
    /** The last day it opens something. Null: until somebody ends it. */
    lastOn: day.nullable(),
  }),
  reply: z.object({ keyId: z.uuid(), key: z.string() }),
});

export const endApiKey = route({
  method: 'POST',
  path: '/accounts/:accountId/keys/:keyId/end',
  summary: 'End a key: it opens nothing any more',
  params: accountId.extend({ keyId: z.uuid() }),
  reply: done,
});

export const changeOwnPassword = route({
  method: 'POST',
  path: '/own-password',
  summary: 'Choose a password of one’s own; every other session of the account ends',
  body: z.object({ current: password, next: password }),
  reply: z.object({ token: z.string(), expiresAt: instant }),
});

export const identityRefusals = {
  'identity.wrong-password': [401, '用户名或密码不正确,请核对后再试。'],
  'identity.sign-in-needed': [401, '登录已过期,请重新登录。'],
  'identity.too-many-tries': [429, '尝试次数过多,请 {minutes} 分钟后再试。'],
  'identity.not-permitted': [403, '您的岗位没有这项权限,如需办理请联系本单位管理员。'],
  'identity.locked': [403, '这个账号已停用,请联系系统管理员。'],
  'identity.password-due': [403, '请先设置自己的密码,再使用其他功能。'],
  'identity.wrong-own-password': [403, '当前密码不正确,请核对后再试。'],
  'identity.weak-password': [
    400,
    '新密码至少 10 位,要同时有字母和数字,不能包含用户名,也不能与现在的密码相同。',
  ],
  'identity.login-taken': [409, '用户名“{login}”已经有人用过,请换一个。'],
  'identity.phone-taken': [409, '这个手机号已登记在另一个账号上,请核对。'],
  'identity.account-closed': [409, '这个账号已注销,不能再修改;如需再用,请新建账号。'],
  'identity.last-admin': [409, '至少要保留一个可以登录的系统管理员账号。'],
  'identity.last-security-admin': [409, '至少要保留一个可以登录的安全管理员账号。'],
  'identity.own-rights': [403, '自己的岗位和权限要由别人办理。'],
  'identity.own-ask': [403, '自己提出的授权要由另一位安全管理员复核。'],
  'identity.no-such-ask': [409, '这项授权已经有人处理或已改动,请刷新后再看。'],
  'identity.scope-wider': [400, '数据范围只能比岗位的“{scope}”更窄,不能放宽。'],
  'identity.no-county': [400, '“{unit}”不在哪个县区之内,数据范围不能是“本县区”。'],
  'identity.not-a-machine': [409, '接口密钥只能发给“接口账号”岗位的账号。'],
  'identity.no-such-key': [404, '没有找到这个接口密钥,可能已停用。'],
  'identity.key-past': [400, '密钥的最后有效日已经过去,请选今天或以后的日期。'],
  'identity.key-no-unit': [409, '“{scope}”要代表单位行使,请先给这个账号选定单位。'],
  'identity.key-needed': [401, '请在请求头里带上接口密钥(Authorization: Bearer 密钥)。'],
  'identity.key-wrong': [401, '接口密钥不正确、已到期或已停用,请联系市热线的系统管理员。'],
  'identity.key-scope': [403, '这个接口密钥没有“{scope}”的权限,请联系市热线的系统管理员。'],
  'identity.key-rate': [429, '这个接口密钥每分钟最多调用 {limit} 次,请 {seconds} 秒后再试。'],
  'identity.key-quota': [429, '这个接口密钥今天的 {limit} 次已经用完,请 {seconds} 秒后再试。'],
  'identity.no-such-account': [404, '没有找到这个账号。'],
  'identity.outsourced': [
    403,
    '外包账号不能承担“{role}”岗位(国办函〔2025〕66号:诉求办理等主体业务不得外包)。',
  ],
} as const;
