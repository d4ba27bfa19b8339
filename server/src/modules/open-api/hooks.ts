import { randomBytes } from 'node:crypto';
import type { openApi as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { encrypt } from '../../platform/secrets.ts';
import { isPlainAddress } from '../../ports/hook/index.ts';
import { keyOfActor } from '../identity/index.ts';
import { lastPosition } from './changes.repo.ts';
import { endHook, holdHooks, hooksOf, insertHook } from './hooks.repo.ts';
import { numberChanges } from './keep-changes.ts';

const mostHooks = 5;

/** 订阅推送: from this moment on; with the key it was made with it ends. */
export async function addHook(
  ctx: Context,
  { url, kinds }: InputOf<typeof contract.addHook>,
): Promise<ReplyOf<typeof contract.addHook>> {
  const address = new URL(url);
  refuseUnless(isPlainAddress(address), 'open-api.hook-address');
  const accountId = ctx.actor.accountId ?? '';
  await holdHooks(ctx, accountId);
  const standing = (await hooksOf(ctx, accountId)).filter(({ ended_at }) => ended_at === null);
  refuseUnless(standing.length < mostHooks, 'open-api.hooks-too-many', { limit: mostHooks });
  await numberChanges(ctx);
  const hookId = ctx.newId();
  const secret = randomBytes(32).toString('base64url');
  await insertHook(ctx, {
    id: hookId,
    account_id: accountId,
    key_id: keyOfActor(ctx.actor),
    url: address.href,
    kinds: [...new Set(kinds)],
    secret_enc: encrypt(ctx.keys, secret),
    position: await lastPosition(ctx),
  });
  Object.assign(ctx.unitOfWork.facts, { hookId });
  return { hookId, secret };
}

export const listOwnHooks = (ctx: Context): Promise<ReplyOf<typeof contract.listHooks>> =>
  listHooks(ctx, { accountId: ctx.actor.accountId ?? '' });

export async function listHooks(
  ctx: Context,
  { accountId }: InputOf<typeof contract.hooksOfAccount>,
): Promise<ReplyOf<typeof contract.listHooks>> {
  const hooks = await hooksOf(ctx, accountId);
  return {
    rows: hooks.map((hook) => ({
      hookId: hook.id,
      url: hook.url,
      kinds: hook.kinds,
      madeAt: hook.made_at.toISOString(),
      endedAt: hook.ended_at?.toISOString() ?? null,
      downSince: hook.down_since?.toISOString() ?? null,
      lastError: hook.last_error,
      lastSentAt: hook.last_sent_at?.toISOString() ?? null,
    })),
  };
}

export const endOwnHook = (
  ctx: Context,
  { hookId }: InputOf<typeof contract.endHook>,
): Promise<ReplyOf<typeof contract.endHook>> =>
  endHookOf(ctx, { hookId, accountId: ctx.actor.accountId ?? '' });

/** 停用推送, by the account itself or by whoever keeps accounts. */
export async function endHookOf(
  ctx: Context,
  asked: InputOf<typeof contract.endHookOfAccount>,
): Promise<ReplyOf<typeof contract.endHookOfAccount>> {
  refuseUnless(await endHook(ctx, asked), 'open-api.no-such-hook');
  return { done: true };
}
