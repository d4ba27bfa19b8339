import { type ApiScope, apiScopeWords } from '@minsheng/contract/words/api-scopes.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Runtime } from '../../platform/context.ts';
import { Refusal, refuseUnless } from '../../platform/refusal.ts';
import { machineActor } from './actor-of.ts';
import { heldKey } from './api-keys.repo.ts';
import { countCall } from './key-use.ts';
import { digestOf } from './sessions.repo.ts';

/** 接口准入: who holds this key, if it may do this and has calls left. Asked of the database each time: what was ended opens nothing. */
export async function admitKey(
  runtime: Runtime,
  { key, scope }: { key: string | null; scope: ApiScope },
): Promise<Actor> {
  if (key === null) throw new Refusal('identity.key-needed');
  const held = await heldKey(runtime, digestOf(key), runtime.clock.now());
  if (!held) throw new Refusal('identity.key-wrong');
  await countCall(runtime, held);
  refuseUnless(held.scopes.includes(scope), 'identity.key-scope', {
    scope: apiScopeWords[scope].label,
  });
  return machineActor({
    accountId: held.account_id,
    scopes: held.scopes,
    outsourced: held.is_outsourced,
    unitCode: held.unit_code,
    unitPath: held.path,
    areaCode: held.area,
  });
}
