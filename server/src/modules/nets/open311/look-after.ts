import { z } from 'zod';
import { systemActor } from '../../../platform/actor.ts';
import { beside, isEnding } from '../../../platform/beside.ts';
import type { Context, Runtime } from '../../../platform/context.ts';
import { handleApart, job, later } from '../../../platform/jobs.ts';
import { transact } from '../../../platform/transact.ts';
import { type Peer, peersWith } from '../../exchange/index.ts';
import { askAfter, type SeenOf } from './ask-after.ts';
import { type FiledRequest, takeDue } from './filed-requests.repo.ts';
import { servicesOf } from './services-of.ts';
import { takeOver } from './take-over.ts';

export const open311Adapter = 'open311';

const look = job('nets:look-after-requests', z.object({}));
const everySeconds = 60;
/** As many numbers in one question as every server's address line bears. */
const mostAtOnce = 50;
const mostRounds = 20;

/** From when there is a city to ask; each look sees to the next. */
export function lookAfterRequests(ctx: Context): void {
  const at = new Date(ctx.now.getTime() + everySeconds * 1000);
  later(ctx, look, {}, { at, key: 'nets:look-after-requests' });
}

const busy = new WeakSet<Runtime>();

/** 跟踪请求: beside the job queue, because whoever is asked may let us wait. */
handleApart(look, async (runtime) => {
  await transact(runtime, systemActor, async (ctx) => lookAfterRequests(ctx));
  if (busy.has(runtime)) return;
  busy.add(runtime);
  beside(runtime, async () => {
    try {
      const peers = await transact(runtime, systemActor, (ctx) => peersWith(ctx, open311Adapter));
      await Promise.all(peers.filter(({ isOn }) => isOn).map((peer) => lookAfter(runtime, peer)));
    } finally {
      busy.delete(runtime);
    }
  });
});

/** A city that does not answer is asked again in its turn: nothing is lost by it. */
async function lookAfter(runtime: Runtime, peer: Peer): Promise<void> {
  for (let round = 0; round < mostRounds && !isEnding(runtime); round += 1) {
    const due = await transact(runtime, systemActor, (ctx) => takeDue(ctx, peer.code, mostAtOnce));
    if (due.length === 0) return;
    const named = await takeNumbers(runtime, peer, due);
    const offer = await servicesOf(runtime.ports, peer);
    if (!('services' in offer)) return;
    for (const each of await askAfter(runtime.ports, peer, { due: named, format: offer.format }))
      await takeOverOne(runtime, peer, each);
  }
}

/** A number they answered at once is known before they are asked anything. */
async function takeNumbers(
  runtime: Runtime,
  peer: Peer,
  due: readonly FiledRequest[],
): Promise<FiledRequest[]> {
  const named: FiledRequest[] = [];
  for (const request of due) {
    const { request_id: requestId } = request;
    const isNew = requestId !== null && request.heard === null;
    if (isNew) await takeOverOne(runtime, peer, [request, { kind: 'number', requestId }]);
    named.push(isNew ? { ...request, heard: '' } : request);
  }
  return named;
}

/** One that cannot be taken over stops no other. */
async function takeOverOne(runtime: Runtime, peer: Peer, [request, seen]: SeenOf): Promise<void> {
  try {
    await takeOver(runtime, peer, { request, seen });
  } catch (error) {
    runtime.log.error({ err: error, peer: peer.code }, 'answer of an Open311 city is not usable');
  }
}
