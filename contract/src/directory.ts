import { z } from 'zod';
import * as identity from './identity.ts';
import { route } from './route.ts';
import { done, instant, page } from './shapes.ts';
import { directorySources } from './words/directory.ts';

const source = z.enum(directorySources);
const way = z.object({ label: z.string() }).nullable();

export const ways = route({
  method: 'GET',
  path: '/directory/ways',
  summary: 'By which directories outside one may sign in here',
  reply: z.object({ oidc: way, ldap: way }),
});

/** No JSON: the browser goes to the provider, and comes back. */
export const oidcStartPath = '/directory/oidc/start';
export const oidcBackPath = '/directory/oidc/back';

export const signIn = route({
  method: 'POST',
  path: '/directory/sign-in',
  summary:
    'Sign in with login and password of the directory (LDAP); the token is also set as a cookie',
  body: z.object({
    login: z.string().trim().min(1).max(100),
    password: z.string().min(1).max(200),
  }),
  reply: identity.signIn.reply,
});

export const listPeople = route({
  method: 'GET',
  path: '/directory/people',
  summary: 'Accounts that are signed in with from outside',
  query: z.object({ cursor: z.uuid().optional() }),
  reply: page(
    z.object({
      personId: z.uuid(),
      source,
      /** As the directory writes it. */
      directoryLogin: z.string(),
      accountId: z.uuid(),
      accountLogin: z.string(),
      accountName: z.string(),
      /** 按目录开通: made from the directory, whose groups say what it may do. */
      isMade: z.boolean(),
      /** Null: nobody has signed in by it and no comparison has met it. */
      seenAt: instant.nullable(),
      /** 目录中已停用: since when it stands in the directory no more. */
      goneAt: instant.nullable(),
    }),
  ),
});

export const link = route({
  method: 'POST',
  path: '/directory/people',
  summary:
    'Let an account that is already here be signed in with from outside; its rights stay as they are',
  body: z.object({
    accountId: z.uuid(),
    source,
    directoryLogin: z.string().trim().min(1).max(100),
  }),
  reply: done,
});

export const unlink = route({
  method: 'POST',
  path: '/directory/people/:personId/end',
  summary: 'An account is not signed in with from outside any more',
  params: z.object({ personId: z.uuid() }),
  reply: done,
});

export const comparison = z.object({
  at: instant,
  seen: z.number().int(),
  /** Accounts made, changed, locked, opened again. */
  made: z.number().int(),
  changed: z.number().int(),
  shut: z.number().int(),
  reopened: z.number().int(),
  /** Who could not be taken over, and the sentence that says why. */
  refused: z.array(z.object({ directoryLogin: z.string(), why: z.string() })),
  refusedCount: z.number().int(),
  /** Why nothing at all was done; null: it was done. */
  fault: z.string().nullable(),
});

export const listComparisons = route({
  method: 'GET',
  path: '/directory/comparisons',
  summary: 'What the last comparisons with the directory did',
  reply: z.object({ rows: z.array(comparison), ways: ways.reply }),
});

export const compare = route({
  method: 'POST',
  path: '/directory/comparisons',
  summary: 'Compare with the directory now',
  reply: done,
});

export const directoryRefusals = {
  'directory.not-set': [404, '本系统没有接入这种登录方式,请用本系统的账号登录。'],
  'directory.silent': [503, '统一身份系统暂时没有回应,请稍后再试,或用本系统的账号登录。'],
  'directory.unproven': [401, '统一身份系统没有确认您的身份,请重新登录。'],
  'directory.begun-elsewhere': [401, '这次登录已经过期或不是从本页开始的,请重新登录。'],
  'directory.no-rights': [
    403,
    '您的身份已确认,但还没有本系统的岗位,请联系本单位管理员在统一身份系统里加入相应的组。',
  ],
  'directory.no-unit': [
    403,
    '统一身份系统里没有写明您的单位,或本系统没有这个单位,请联系系统管理员。',
  ],
  'directory.login-taken': [
    409,
    '本系统已有同名账号,为防止冒用没有自动关联,请联系系统管理员在“账号”页关联。',
  ],
  'directory.login-unfit': [
    409,
    '统一身份系统里的登录名不能用作本系统的用户名,请联系系统管理员关联。',
  ],
  'directory.linked-already': [409, '这个账号或这个统一身份登录名已经关联过,请先解除原来的关联。'],
  'directory.no-such-person': [404, '没有找到这条关联,可能已解除。'],
} as const;
