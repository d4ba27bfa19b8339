import type { nodes as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { allowIf, demand, refuseUnless } from '../../platform/refusal.ts';
import { endDatedLimits, putDatedLimits } from '../matters/index.ts';
import { cityHour } from '../organisation/index.ts';
import { giveTask } from '../tasks/index.ts';
import { held as heldNode } from './nodes.repo.ts';
import { nodeSubject } from './open-node.ts';
import { mayChangeWatch } from './policy.ts';
import { change, lock } from './watches.repo.ts';

/** 应急预案: each row is a task of its unit, done before the first day. */
export async function planWatch(
  ctx: Context,
  { watchId, rows }: InputOf<typeof contract.planWatch>,
): Promise<{ taskIds: string[] }> {
  const watch = await lock(ctx, watchId);
  const node = await heldNode(ctx, watch.node_id);
  demand(mayChangeWatch(ctx.actor, watch, node));
  const isInTime = rows.every(({ finishOn }) => finishOn < node.first_on);
  refuseUnless(isInTime, 'nodes.plan-too-late', { first: node.first_on });
  const taskIds: string[] = [];
  for (const { title, wanted, unit, ownerId, finishOn } of rows) {
    const { taskId } = await giveTask(ctx, {
      kind: 'assigned',
      ...{ title, wanted, unit },
      ...(ownerId && { ownerId }),
      limit: { kind: 'on-day', on: finishOn },
      subject: { kind: 'watch', id: watchId },
    });
    taskIds.push(taskId);
  }
  tell(ctx, nodeSubject(node.id), 'nodes.planned', { watch: watchId, tasks: taskIds });
  announce(ctx, 'nodes');
  return { taskIds };
}

/** 窗口期时限: a dated rule for these matters in the object's county; orders that got it keep it. */
export async function limitWatch(
  ctx: Context,
  { watchId, matters, isOn }: InputOf<typeof contract.limitWatch>,
): Promise<{ done: true }> {
  const watch = await lock(ctx, watchId);
  const node = await heldNode(ctx, watch.node_id);
  demand(mayChangeWatch(ctx.actor, watch, node));
  const { on: today } = cityHour(ctx.now, ctx.city.zone);
  demand(allowIf(!isOn || today <= node.to_on, 'nodes.limit-over'));
  if (watch.limit_rows.length > 0) await endDatedLimits(ctx, watch.limit_rows);
  const put = isOn ? await putLimits(ctx, { watch, node, matters }) : [];
  await change(ctx, watchId, { limit_matters: isOn ? [...matters] : [], limit_rows: put });
  tell(ctx, nodeSubject(node.id), 'nodes.limited', { watch: watchId, isOn, matters });
  announce(ctx, 'nodes');
  return { done: true };
}

async function putLimits(
  ctx: Context,
  {
    watch,
    node,
    matters,
  }: {
    watch: { county: string };
    node: Awaited<ReturnType<typeof heldNode>>;
    matters: readonly string[];
  },
): Promise<string[]> {
  refuseUnless(node.limit_class !== null && matters.length > 0, 'nodes.no-limit');
  return putDatedLimits(ctx, {
    area: watch.county,
    matters,
    limitClass: node.limit_class,
    from: node.from_on,
    to: node.to_on,
  });
}
