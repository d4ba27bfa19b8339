import type { nodes as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { enqueue, job } from '../../platform/jobs.ts';
import { allowIf, demand } from '../../platform/refusal.ts';
import { lock } from './nodes.repo.ts';
import { nodeSubject } from './open-node.ts';
import { mayPrepare } from './policy.ts';
import { insert, latest } from './readings.repo.ts';

export const readNow = job('nodes:read', z.object({ readingId: z.uuid() }));

/** 找对象, as often as a person asks; one at a time of a node. */
export async function askReading(
  ctx: Context,
  { nodeId }: InputOf<typeof contract.askReading>,
): Promise<{ readingId: string }> {
  const node = await lock(ctx, nodeId);
  demand(mayPrepare(ctx.actor, node));
  const last = await latest(ctx, nodeId);
  const isAtWork = last?.state === 'waiting' || last?.state === 'running';
  demand(allowIf(!isAtWork, 'nodes.at-work'));
  const readingId = ctx.newId();
  await insert(ctx, readingId, nodeId);
  enqueue(ctx, readNow, { readingId });
  tell(ctx, nodeSubject(nodeId), 'nodes.reading-asked', { reading: readingId });
  announce(ctx, 'nodes');
  return { readingId };
}
