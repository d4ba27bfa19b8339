import type { identity } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { apiScopeWords } from '@minsheng/contract/words/api-scopes.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { dayEnd } from '../../platform/zone.ts';
import { endKey, insertKey, keysOf } from './api-keys.repo.ts';
import { usesOf } from './api-use.repo.ts';
import { holdAccount } from './held-account.ts';
import { digestOf, newToken } from './sessions.repo.ts';

/** 接口密钥: what another system shows instead of signing in. Only its digest is kept. */
export async function makeApiKey(
  ctx: Context,
  { accountId, name, scopes, perMinute, perDay, lastOn }: InputOf<typeof identity.makeApiKey>,
): Promise<ReplyOf<typeof identity.makeApiKey>> {
  const account = await holdAccount(ctx, accountId);
  refuseUnless(
    account.roles.every((role) => role === 'machine'),
    'identity.not-a-machine',
  );
  const ofUnit = scopes.find((scope) => apiScopeWords[scope].ofUnit);
  refuseUnless(ofUnit === undefined || account.unit_code !== null, 'identity.key-no-unit', {
    scope: ofUnit === undefined ? '' : apiScopeWords[ofUnit].label,
  });
  const until = lastOn === null ? null : dayEnd(lastOn, ctx.city.zone);
  refuseUnless(until === null || until > ctx.now, 'identity.key-past');
  const keyId = ctx.newId();
  const key = newToken();
  await insertKey(ctx, {
    id: keyId,
    account_id: account.id,
    name,
    ending: key.slice(-4),
    key_hash: digestOf(key),
    scopes: [...new Set(scopes)],
    per_minute: perMinute,
    per_day: perDay,
    expires_at: until,
  });
  Object.assign(ctx.unitOfWork.facts, { keyId, scopes: scopes.join(' ') });
  return { keyId, key };
}

export async function listApiKeys(
  ctx: Context,
  { accountId }: InputOf<typeof identity.listApiKeys>,
): Promise<ReplyOf<typeof identity.listApiKeys>> {
  const keys = await keysOf(ctx, accountId);
  const uses = await usesOf(
    ctx,
    keys.map(({ id }) => id),
  );
  return {
    rows: keys.map((key) => ({
      keyId: key.id,
      name: key.name,
      ending: key.ending,
      madeAt: key.made_at.toISOString(),
      endedAt: key.ended_at?.toISOString() ?? null,
      scopes: key.scopes,
      perMinute: key.per_minute,
      perDay: key.per_day,
      expiresAt: key.expires_at?.toISOString() ?? null,
      uses: uses
        .filter(({ key_id }) => key_id === key.id)
        .map(({ on, calls, refused }) => ({ on, calls, refused })),
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
