import { systemActor } from '../../platform/actor.ts';
import type { Runtime } from '../../platform/context.ts';
import { transact } from '../../platform/transact.ts';
import { applyLine } from './apply-message.ts';
import { numberOfMessage } from './message-number.ts';
import type { Peer } from './peers.repo.ts';
import { takeMessage } from './take-message.ts';

/** A message that came by another way than the signed request; answers our number of its case, as far as there is one. */
export async function receiveRaw(
  runtime: Runtime,
  peer: Peer,
  raw: Buffer,
): Promise<string | null> {
  const taken = await transact(runtime, systemActor, (ctx) => takeMessage(ctx, peer, raw));
  await applyLine(runtime, { peer: peer.code, theirNo: taken.theirNo });
  return transact(runtime, systemActor, (ctx) => numberOfMessage(ctx, taken.id));
}
