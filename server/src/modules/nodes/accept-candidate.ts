import type { nodes as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { allowIf, demand, refuseUnless } from '../../platform/refusal.ts';
import * as candidates from './candidates.repo.ts';
import { lock, type NodeRow } from './nodes.repo.ts';
import { nodeSubject } from './open-node.ts';
import { mayPrepare } from './policy.ts';
import * as readings from './readings.repo.ts';
import { runZeroAtEnd } from './run-zero.ts';
import {
  findObject,
  insert,
  insertObject,
  objectNamed,
  ofNodes,
  type Snapshot,
} from './watches.repo.ts';
import { addWords, type ObjectWord, wordsOf } from './words.repo.ts';

type Input = InputOf<typeof contract.acceptCandidate>;

/** 列为关注: kept with what was shown and the person's reason. What was watched before stays one object. */
export async function acceptCandidate(ctx: Context, input: Input): Promise<{ watchId: string }> {
  const node = await lock(ctx, input.nodeId);
  demand(mayPrepare(ctx.actor, node));
  const snapshot = await snapshotOf(ctx, node, input);
  const objectId = await objectOf(ctx, input);
  const watched = await ofNodes(ctx, [node.id]);
  const isWatched = watched.some((one) => one.object_id === objectId && one.until_at === null);
  demand(allowIf(!isWatched, 'nodes.watched'));
  const watchId = ctx.newId();
  await insert(ctx, {
    id: watchId,
    node_id: node.id,
    object_id: objectId,
    candidate_id: input.candidateId ?? null,
    snapshot,
    reason: input.reason,
  });
  runZeroAtEnd(ctx, watchId, node);
  tell(ctx, nodeSubject(node.id), 'nodes.watched', { watch: watchId, object: objectId });
  announce(ctx, 'nodes');
  return { watchId };
}

/** The one that is meant; or else the one called so in that county, whoever named it before. */
async function objectOf(ctx: Context, input: Input): Promise<string> {
  const county = input.areaCode.slice(0, 6);
  const known =
    input.objectId === undefined
      ? await objectNamed(ctx, { name: input.name, county })
      : await findObject(ctx, input.objectId);
  refuseUnless(input.objectId === undefined || known, 'nodes.no-such-watch');
  const objectId = known?.id ?? ctx.newId();
  if (known === null) await insertObject(ctx, { id: objectId, name: input.name, county });
  const held = new Set((await wordsOf(ctx, objectId)).map(({ word }) => word));
  await addWords(
    ctx,
    objectId,
    saidWords(input).filter(({ word }) => !held.has(word)),
  );
  return objectId;
}

/** A word once, as the first thing it is said to be. */
function saidWords({ names, aliases, things }: Input): Omit<ObjectWord, 'id'>[] {
  const all = [
    ...names.map((word) => ({ kind: 'name' as const, word })),
    ...aliases.map((word) => ({ kind: 'alias' as const, word })),
    ...things.map((word) => ({ kind: 'thing' as const, word })),
  ];
  return all.filter(({ word }, at) => all.findIndex((one) => one.word === word) === at);
}

async function snapshotOf(ctx: Context, node: NodeRow, { candidateId }: Input): Promise<Snapshot> {
  if (candidateId === undefined) return null;
  const found = await candidates.find(ctx, candidateId);
  const reading = found && (await readings.find(ctx, found.reading_id));
  // What was found for another node is no ground for this one.
  refuseUnless(found && reading?.node_id === node.id, 'nodes.no-such-candidate');
  const { people, orders, expected, reasons } = found;
  return { people, orders, expected, reasons: [...reasons] };
}
