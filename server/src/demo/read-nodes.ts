import { askReading } from '../modules/nodes/ask-reading.ts';
import { listNodes } from '../modules/nodes/list-nodes.ts';
import type { Staff } from './staff.ts';
import type { World } from './world.ts';

/** 找对象 of every node the demo has: asked for by the analyst, made by the worker that starts next. */
export async function readNodes(world: World, staff: Staff): Promise<void> {
  const analyst = await staff.centre('analyst');
  const year = world.clock.now().getUTCFullYear();
  for (const one of [year, year + 1])
    for (const { id, phase } of (await world.do(analyst, listNodes, { year: one })).rows)
      if (phase !== 'reviewed') await world.do(analyst, askReading, { nodeId: id });
}
