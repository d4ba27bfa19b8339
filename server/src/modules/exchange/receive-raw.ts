import { systemActor } from '../../platform/actor.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import { transact } from '../../platform/transact.ts';
import { applyLine } from './apply-message.ts';
import { lockIncoming } from './cases.repo.ts';
import { numberOfMessage } from './message-number.ts';
import type { Peer } from './peers.repo.ts';
import { waitingSeqs } from './pending.repo.ts';
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

/** As the envelope allows. */
const highestSeq = 1_000_000;

/**
 * Of a net that does not count what it says: under the number that is next in its case. What whoever brings it keeps of it
 * is written in the same transaction; null: there is nothing to say after all. Answers our number of its case.
 */
export async function receiveNext(
  runtime: Runtime,
  peer: Peer,
  theirNo: string,
  make: (ctx: Context, seq: number) => Promise<Buffer | null>,
): Promise<string | null> {
  const taken = await transact(runtime, systemActor, async (ctx) => {
    const { applied_seq } = await lockIncoming(ctx, peer.code, theirNo);
    const line = { peer: peer.code, direction: 'in', line: theirNo } as const;
    const waiting = await waitingSeqs(ctx, line, highestSeq);
    const raw = await make(ctx, Math.max(applied_seq, ...waiting) + 1);
    return raw && takeMessage(ctx, peer, raw);
  });
  if (taken === null) return null;
  await applyLine(runtime, { peer: peer.code, theirNo });
  return transact(runtime, systemActor, (ctx) => numberOfMessage(ctx, taken.id));
}
