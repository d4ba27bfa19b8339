import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import type { RouteEntry } from './app.ts';
import type { Context } from './context.ts';
import { tablesOf } from './db.ts';
import { badInput, refuseUnless } from './refusal.ts';
import { decrypt, encrypt } from './secrets.ts';
import { sweep } from './sweep.ts';

sweep({ table: 'platform.idempotency', overAt: 'at', keptHours: 24 });

interface RequestKey {
  readonly scope: string;
  readonly key: string;
  readonly requestHash: Buffer;
}

/** The caller's `Idempotency-Key`; null when none was sent. Keys of two callers never meet. */
export function keyOf(
  request: FastifyRequest,
  actor: Actor,
  { method, path }: RouteEntry,
): RequestKey | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\w.-]{8,100}$/.test(key)) {
    throw badInput(['Idempotency-Key']);
  }
  const asked = JSON.stringify([method, path, request.params, request.query, request.body ?? null]);
  return {
    scope: actor.accountId ?? actor.orderId ?? actor.kind,
    key,
    requestHash: createHash('sha256').update(asked).digest(),
  };
}

/**
 * Runs the use case once for a key. The reply is kept in the same transaction; a second request with the
 * key gets that reply. Two at once collide on the primary key, and the later one finds the reply on retry.
 */
export async function idempotent<T>(
  ctx: Context,
  asked: RequestKey,
  useCase: (ctx: Context) => Promise<T>,
): Promise<T> {
  const kept = await tablesOf<'platform'>(ctx.tx)
    .selectFrom('platform.idempotency')
    .select(['request_hash', 'reply'])
    .where('city_id', '=', ctx.cityId)
    .where('scope', '=', asked.scope)
    .where('key', '=', asked.key)
    .executeTakeFirst();
  if (kept) {
    refuseUnless(kept.request_hash.equals(asked.requestHash), 'platform.key-reused');
    return JSON.parse(decrypt(ctx.keys, kept.reply));
  }
  const result = await useCase(ctx);
  const reply = encrypt(ctx.keys, JSON.stringify(result ?? null));
  ctx.unitOfWork.keptReply = { ...asked, reply };
  return result;
}
