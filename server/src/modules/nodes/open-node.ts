import type { nodes as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { allowIf, demand, refuseUnless } from '../../platform/refusal.ts';
import { nodesOfYear, windowOf } from './calendar.ts';
import { daysBetween } from './days.ts';
import { insert, ofCode, ownOf } from './nodes.repo.ts';
import { mayWork } from './policy.ts';

export const nodeSubject = (id: string) => ({ kind: 'node', id }) as const;

/** 准备节点: copies it out of the calendar, which may change later. */
export async function openNode(
  ctx: Context,
  { code, year }: InputOf<typeof contract.openNode>,
): Promise<{ nodeId: string }> {
  demand(mayWork(ctx.actor));
  const listed = (await nodesOfYear(ctx, year)).find((node) => node.code === code);
  refuseUnless(listed, 'nodes.no-such-listed');
  demand(allowIf((await ofCode(ctx, code, year)) === null, 'nodes.opened'));
  const { name, kind, family, first, last, from, to, areas, matters, limitClass } = listed;
  const id = ctx.newId();
  await insert(ctx, {
    ...{ id, code, year, name, kind, family },
    ...{ first_on: first, last_on: last, from_on: from, to_on: to },
    ...{ areas, matters, limit_class: limitClass },
  });
  isNew(ctx, nodeSubject(id));
  tell(ctx, nodeSubject(id), 'nodes.opened', { code, year });
  announce(ctx, 'nodes');
  return { nodeId: id };
}

const longestDays = 200;

/** 大型活动: a node of the centre's own. */
export async function addNode(
  ctx: Context,
  {
    name,
    family,
    first,
    last,
    daysBefore,
    daysAfter,
    areas,
    matters,
  }: InputOf<typeof contract.addNode>,
): Promise<{ nodeId: string }> {
  demand(mayWork(ctx.actor));
  const { from, to } = windowOf({ before: daysBefore, after: daysAfter }, first, last);
  const isSpan = first <= last && daysBetween(from, to) <= longestDays;
  refuseUnless(isSpan, 'nodes.bad-days', { days: longestDays });
  demand(allowIf((await ownOf(ctx, { name, first })) === null, 'nodes.opened'));
  const id = ctx.newId();
  await insert(ctx, {
    ...{ id, code: null, year: Number(first.slice(0, 4)), name, kind: 'event', family },
    ...{ first_on: first, last_on: last, from_on: from, to_on: to },
    ...{ areas: [...areas], matters: [...matters], limit_class: null },
  });
  isNew(ctx, nodeSubject(id));
  tell(ctx, nodeSubject(id), 'nodes.added', { first, last });
  announce(ctx, 'nodes');
  return { nodeId: id };
}
