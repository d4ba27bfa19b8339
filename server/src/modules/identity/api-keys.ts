import type { identity } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { byId } from './accounts.repo.ts';
import { staffActor } from './actor-of.ts';
import { byDigest, endKey, insertKey, keysOf } from './api-keys.repo.ts';
import { holdAccount } from './held-account.ts';
import { digestOf, newToken } from './sessions.repo.ts';

/** 接口密钥: what another system shows instead of signing in. Only its digest is kept. */
export async function makeApiKey(
  ctx: Context,
  { accountId, name }: InputOf<typeof identity.makeApiKey>,
): Promise<ReplyOf<typeof identity.makeApiKey>> {
  const account = await holdAccount(ctx, accountId);
  refuseUnless(
    account.roles.every((role) => role === 'machine'),
    'identity.not-a-machine',
  );
  const keyId = ctx.newId();
  const key = newToken();
  await insertKey(ctx, {
    id: keyId,
    account_id: account.id,
    name,
    ending: key.slice(-4),
    key_hash: digestOf(key),
  });
  Object.assign(ctx.unitOfWork.facts, { keyId });
  return { keyId, key };
}

export async function listApiKeys(
  ctx: Context,
  { accountId }: InputOf<typeof identity.listApiKeys>,
): Promise<ReplyOf<typeof identity.listApiKeys>> {
  const keys = await keysOf(ctx, accountId);
  return {
    rows: keys.map((key) => ({
      keyId: key.id,
      name: key.name,
      ending: key.ending,
      madeAt: key.made_at.toISOString(),
      endedAt: key.ended_at?.toISOString() ?? null,
    })),
  };
}

export async function endApiKey(
  ctx: Context,
  { accountId, keyId }: InputOf<typeof identity.endApiKey>,
): Promise<ReplyOf<typeof identity.endApiKey>> {
  await holdAccount(ctx, accountId);
  refuseUnless(await endKey(ctx, { accountId, keyId }), 'identity.no-such-key');
  return { done: true };
}

/** Who holds this key; null when it opens nothing: unknown, ended, or its account is locked or closed. */
export async function actorOfKey(ctx: Context, key: string): Promise<Actor | null> {
  const found = await byDigest(ctx, digestOf(key));
  const account = found && (await byId(ctx, found.account_id));
  if (!account || account.locked_at || account.closed_at) return null;
  const unit = account.unit_code ? await organisation.unit(ctx, account.unit_code) : null;
  const rights = staffActor({
    accountId: account.id,
    roles: account.roles.filter((role) => role === 'machine'),
    narrowedTo: account.narrowed_to,
    outsourced: account.is_outsourced,
    passwordIsDue: false,
    unitCode: account.unit_code,
    unitPath: unit?.path ?? null,
    areaCode: unit?.area ?? null,
  });
  return { ...rights, kind: 'machine' };
}
