import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { updateAccount } from './accounts.repo.ts';
import { holdAccount } from './held-account.ts';
import { keepingBoth } from './must-wait.ts';
import { replaceAsk } from './rights-asks.repo.ts';
import { endSessionsOf } from './sessions.repo.ts';

interface Which {
  accountId: string;
}

/** 锁定: until it is opened again; whoever is signed in with it is out. Locked once more it is locked from now on: what a directory shut out, it does not let in again then. */
export async function lockAccount(ctx: Context, { accountId }: Which): Promise<{ done: true }> {
  const account = await holdAccount(ctx, accountId);
  await keepingBoth(ctx, () => updateAccount(ctx, account.id, { locked_at: ctx.now }));
  await endSessionsOf(ctx, account.id);
  return { done: true };
}

export async function unlockAccount(ctx: Context, { accountId }: Which): Promise<{ done: true }> {
  const account = await holdAccount(ctx, accountId);
  await updateAccount(ctx, account.id, { locked_at: null });
  return { done: true };
}

/** 注销: for good. What the person did stays under their name; their number leaves. */
export async function closeAccount(ctx: Context, { accountId }: Which): Promise<{ done: true }> {
  const account = await holdAccount(ctx, accountId);
  await keepingBoth(ctx, () =>
    updateAccount(ctx, account.id, { closed_at: ctx.now, phone_enc: null, phone_index: null }),
  );
  await replaceAsk(ctx, account.id);
  tell(ctx, { kind: 'account', id: account.id }, 'identity.account-changed', {});
  await endSessionsOf(ctx, account.id);
  return { done: true };
}
