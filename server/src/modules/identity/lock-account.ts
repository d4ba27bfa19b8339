import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { isAdminLeft, updateAccount } from './accounts.repo.ts';
import { holdAccount } from './held-account.ts';
import { endSessionsOf } from './sessions.repo.ts';

interface Which {
  accountId: string;
}

/** 锁定: until it is opened again; whoever is signed in with it is out. Locked once more it is locked from now on: what a directory shut out, it does not let in again then. */
export async function lockAccount(ctx: Context, { accountId }: Which): Promise<{ done: true }> {
  const account = await holdAccount(ctx, accountId);
  await updateAccount(ctx, account.id, { locked_at: ctx.now });
  return shut(ctx, account.id);
}

export async function unlockAccount(ctx: Context, { accountId }: Which): Promise<{ done: true }> {
  const account = await holdAccount(ctx, accountId);
  await updateAccount(ctx, account.id, { locked_at: null });
  return { done: true };
}

/** 注销: for good. What the person did stays under their name; their number leaves. */
export async function closeAccount(ctx: Context, { accountId }: Which): Promise<{ done: true }> {
  const account = await holdAccount(ctx, accountId);
  await updateAccount(ctx, account.id, {
    closed_at: ctx.now,
    phone_enc: null,
    phone_index: null,
  });
  tell(ctx, { kind: 'account', id: account.id }, 'identity.account-changed', {});
  return shut(ctx, account.id);
}

async function shut(ctx: Context, accountId: string): Promise<{ done: true }> {
  refuseUnless(await isAdminLeft(ctx), 'identity.last-admin');
  await endSessionsOf(ctx, accountId);
  return { done: true };
}
