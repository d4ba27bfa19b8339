import type { signIn as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { holdAccount } from './held-account.ts';
import {
  endOthers,
  endSessionById,
  endSessionsOf,
  type KeptSession,
  openSessions,
} from './sessions.repo.ts';
import { rulesOf } from './sign-in-rules.ts';

const shownCap = 50;

type Sessions = ReplyOf<typeof contract.ownSessions>;

/** 我的登录. */
export async function ownSessions(ctx: Context): Promise<Sessions> {
  const { accountId } = ctx.actor;
  refuseUnless(accountId, 'identity.sign-in-needed');
  return sessionsOf(ctx, accountId);
}

/** 账号的登录, for whoever keeps accounts. */
export const accountSessions = (
  ctx: Context,
  { accountId }: InputOf<typeof contract.accountSessions>,
): Promise<Sessions> => sessionsOf(ctx, accountId);

async function sessionsOf(ctx: Context, accountId: string): Promise<Sessions> {
  const { idleMinutes } = await rulesOf(ctx);
  const idleFrom = new Date(ctx.now.getTime() - idleMinutes * 60_000);
  const rows = await openSessions(ctx, accountId, shownCap);
  const open = rows.filter(({ used_at, made_at }) => (used_at ?? made_at) > idleFrom);
  return { rows: open.map((row) => viewOf(row, ctx.actor.sessionId)), shownCap };
}

const viewOf = (row: KeptSession, ownId: string | null): Sessions['rows'][number] => ({
  sessionId: row.id,
  isOwn: row.id === ownId,
  browser: row.used_by,
  network: row.used_from,
  madeAt: row.made_at.toISOString(),
  usedAt: row.used_at?.toISOString() ?? null,
  expiresAt: row.expires_at.toISOString(),
});

/** 退出一处: of somebody else's it says that there is none. */
export async function endOwnSession(
  ctx: Context,
  { sessionId }: InputOf<typeof contract.endOwnSession>,
): Promise<{ done: true }> {
  const { accountId } = ctx.actor;
  refuseUnless(accountId, 'identity.sign-in-needed');
  refuseUnless(await endSessionById(ctx, accountId, sessionId), 'identity.no-such-session');
  return { done: true };
}

/** 退出其他各处. */
export async function endOtherSessions(ctx: Context): Promise<{ done: true }> {
  const { accountId, sessionId } = ctx.actor;
  refuseUnless(accountId && sessionId, 'identity.sign-in-needed');
  await endOthers(ctx, accountId, sessionId);
  return { done: true };
}

/** 全部退出, by an administrator: whoever holds the password may sign in again. */
export async function endAccountSessions(
  ctx: Context,
  { accountId }: InputOf<typeof contract.endAccountSessions>,
): Promise<{ done: true }> {
  const { id } = await holdAccount(ctx, accountId);
  await endSessionsOf(ctx, id);
  return { done: true };
}
