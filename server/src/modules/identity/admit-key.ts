import { type ApiScope, apiScopeWords } from '@minsheng/contract/words/api-scopes.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Runtime } from '../../platform/context.ts';
import { Refusal, refuseUnless } from '../../platform/refusal.ts';
import { refusedTo } from '../../platform/refused-to.ts';
import { machineActor } from './actor-of.ts';
import { type HeldKey, heldKey } from './api-keys.repo.ts';
import { countCall } from './key-use.ts';
import { digestOf } from './sessions.repo.ts';

/** 接口准入: who holds this key, if it may do this and has calls left. Asked of the database each time: what was ended opens nothing. */
export async function admitKey(
  runtime: Runtime,
  { key, scope }: { key: string | null; scope: ApiScope },
): Promise<Actor> {
  if (key === null) throw new Refusal('identity.key-needed');
  const held = await heldKey(runtime, { digest: digestOf(key), keyId: null });
  if (!held) throw new Refusal('identity.key-wrong');
  const holder = holderOf(held);
  await refusedTo(holder, async () => {
    await countCall(runtime, held);
    refuseUnless(held.scopes.includes(scope), 'identity.key-scope', {
      scope: apiScopeWords[scope].label,
    });
  });
  return holder;
}

/** Whom a key stands for while nobody calls by it; null when it is over. */
export async function actorOfKeyId(runtime: Runtime, keyId: string): Promise<Actor | null> {
  const held = await heldKey(runtime, { digest: null, keyId });
  return held && holderOf(held);
}

const keyOf = new WeakMap<Actor, string>();

/** By which key this machine has come. */
export function keyOfActor(actor: Actor): string {
  const keyId = keyOf.get(actor);
  if (keyId === undefined) throw new Error('This actor came by no key.');
  return keyId;
}

function holderOf(held: HeldKey): Actor {
  const actor = machineActor({
    accountId: held.account_id,
    scopes: held.scopes,
    outsourced: held.is_outsourced,
    unitCode: held.unit_code,
    unitPath: held.path,
    areaCode: held.area,
  });
  keyOf.set(actor, held.id);
  return actor;
}
