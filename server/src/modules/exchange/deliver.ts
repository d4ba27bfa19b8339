import { systemActor } from '../../platform/actor.ts';
import { atMost } from '../../platform/at-most.ts';
import { beside, isEnding } from '../../platform/beside.ts';
import type { Context, Ports, Runtime } from '../../platform/context.ts';
import { handleApart } from '../../platform/jobs.ts';
import { transact } from '../../platform/transact.ts';
import { adapterNamed } from './adapter.ts';
import { sendFiles } from './answer-files.ts';
import { askPeer } from './ask-peer.ts';
import { type Batch, type Claimed, claimMessages } from './claim-messages.ts';
import { watchQueue } from './late-waits.ts';
import { type Outcome, oursAlone, outcomeOf, unsure } from './outcome-of.ts';
import { type Peer, peerOf } from './peers.repo.ts';
import { nextDueAt } from './queue.repo.ts';
import { send, sendAgainAt, sendNoMore } from './queue-message.ts';
import { recordOutcomes } from './record-outcomes.ts';

const lanes = 2;
/** After this a queue that never empties is looked at from outside: how old is its oldest? */
const longestRoundMs = 10_000;
/** Longer than a round and an answer: a process that died is not waited for longer. */
const longestSilenceMs = 30_000;
/** However many peers are served, the rest of the connections is for the people at the screens. */
const written = atMost(2);

/** `setAt`: when it last left an alarm behind that begins it anew, should the process die. */
interface Run {
  isWantedAgain: boolean;
  setAt: number;
}
const served = new WeakMap<Runtime, Map<string, Run>>();

function servedBy(runtime: Runtime): Map<string, Run> {
  const known = served.get(runtime) ?? new Map();
  served.set(runtime, known);
  return known;
}

/**
 * 送达: each peer's queue by itself and beside the job queue, so that whoever is slow keeps nobody else waiting. A message is
 * claimed in one short transaction, the peer is asked in none, and what came of it is written in another. Whoever dies in
 * between has sent what he claimed once more at most, under the same id.
 */
handleApart(send, async (runtime, { peer }) => {
  const known = servedBy(runtime);
  const underWay = known.get(peer);
  if (underWay) {
    underWay.isWantedAgain = true;
    // What woke us may have been the alarm itself, and whoever is asked may need longer.
    if (performance.now() - underWay.setAt > longestRoundMs)
      await setAlarm(runtime, peer, underWay);
    return;
  }
  const run = { isWantedAgain: false, setAt: 0 };
  known.set(peer, run);
  try {
    await setAlarm(runtime, peer, run);
  } catch (error) {
    known.delete(peer);
    throw error;
  }
  beside(runtime, () => serve(runtime, peer, run));
});

async function setAlarm(runtime: Runtime, peer: string, run: Run): Promise<void> {
  run.setAt = performance.now();
  await transact(runtime, systemActor, async (ctx) => lookAgain(ctx, peer));
}

const lookAgain = (ctx: Context, peer: string): void =>
  sendAgainAt(ctx, peer, new Date(ctx.now.getTime() + longestSilenceMs));

async function serve(runtime: Runtime, peer: string, run: Run): Promise<void> {
  try {
    for (let isDue = true; (isDue || run.isWantedAgain) && !isEnding(runtime); ) {
      run.isWantedAgain = false;
      const until = performance.now() + longestRoundMs;
      await Promise.all(
        Array.from({ length: lanes }, (_, no) => lane(runtime, peer, { no, until })),
      );
      isDue = await transact(runtime, systemActor, (ctx) => isDueNow(ctx, peer));
    }
  } finally {
    servedBy(runtime).delete(peer);
  }
}

/** What is left behind is watched, and looked at again when it is due. */
async function isDueNow(ctx: Context, code: string): Promise<boolean> {
  const [peer, due] = [await peerOf(ctx, code), await nextDueAt(ctx, code)];
  if (!peer?.isOn || due === null) {
    sendNoMore(ctx, code);
    return false;
  }
  await watchQueue(ctx, code);
  const at = peer.holdUntil !== null && peer.holdUntil > due ? peer.holdUntil : due;
  if (at <= ctx.now) lookAgain(ctx, code);
  else sendAgainAt(ctx, code, at);
  return at <= ctx.now;
}

async function lane(
  runtime: Runtime,
  code: string,
  { no, until }: { no: number; until: number },
): Promise<void> {
  while (performance.now() < until && !isEnding(runtime)) {
    const batch = await written(() =>
      transact(runtime, systemActor, (ctx) => claimMessages(ctx, code, { isFirstLane: no === 0 })),
    );
    if (batch === null) return;
    const asked = await Promise.all(
      batch.claimed.map(async (claimed) => ({
        claimed,
        outcome: await ask(runtime, batch, claimed),
      })),
    );
    const goesOn = await written(() =>
      transact(runtime, systemActor, (ctx) => recordOutcomes(ctx, batch, asked)),
    );
    if (!goesOn) return;
  }
}

/** A fault of ours is no answer either: it stops this message, and none of those that left with it. */
async function ask(runtime: Runtime, { peer }: Batch, claimed: Claimed): Promise<Outcome> {
  try {
    return await leave(runtime.ports, peer, claimed);
  } catch (error) {
    runtime.log.error({ err: error, message: claimed.next.id }, 'message could not be sent');
    return oursAlone('fault');
  }
}

/** A claim nobody recorded, or a failure after which nobody knows: a person who sends it again knows. */
const isUnsure = ({ claimed_until, error_code }: Claimed['next']): boolean =>
  claimed_until !== null || error_code === unsure || error_code === 'fault';

/** Files first, then the message, or however its net carries it. */
async function leave(
  ports: Ports,
  peer: Peer,
  { next, raw, envelope, photos }: Claimed,
): Promise<Outcome> {
  const { carries } = adapterNamed(peer.adapter);
  if (carries) {
    const { id, attempts } = next;
    return carries(ports, { peer, id, envelope, attempts, mayHaveArrived: isUnsure(next) });
  }
  const refused = await sendFiles(ports, peer, { attachments: envelope.attachments, photos });
  if (refused === 'no-file') return oursAlone(refused);
  const answer =
    refused ?? (await askPeer(ports, peer, { method: 'POST', path: '/messages', body: raw }));
  return outcomeOf(next, answer);
}
