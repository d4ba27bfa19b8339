import type { nodes as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { limitClass } from '../matters/index.ts';
import { mayPlanMeeting, meetingAbout } from '../meetings/index.ts';
import { cityHour, unitsIfKnown } from '../organisation/index.ts';
import { letterSlots, letterTemplate } from './letter-slots.ts';
import { held as heldNode, type NodeRow } from './nodes.repo.ts';
import { mayChangeWatch } from './policy.ts';
import { watchViews } from './watch-views.ts';
import { held, type WatchRow } from './watches.repo.ts';
import { wordsOf } from './words.repo.ts';

type Reply = ReplyOf<typeof contract.readWatch>;

/** 一个关注对象 in one node. */
export async function readWatch(
  ctx: Context,
  { watchId }: InputOf<typeof contract.readWatch>,
): Promise<Reply> {
  const watch = await held(ctx, watchId);
  const node = await heldNode(ctx, watch.node_id);
  const [[view], words, [county], meeting, slots, limit] = await Promise.all([
    watchViews(ctx, [watch]),
    wordsOf(ctx, watch.object_id),
    unitsIfKnown(ctx, [watch.county]),
    meetingAbout(ctx, { subjectId: watchId, since: watch.from_at }),
    letterSlots(ctx, watch, node),
    limitOf(ctx, node, watch),
  ]);
  refuseUnless(view, 'nodes.no-such-watch');
  return {
    ...view,
    nodeName: node.name,
    ...{ first: node.first_on, last: node.last_on, from: node.from_on, to: node.to_on },
    words,
    snapshot: watch.snapshot,
    countyUnit: county ? { code: county.code, name: county.name } : null,
    letter: { template: letterTemplate, slots },
    meeting: meeting && {
      ...{ id: meeting.id, title: meeting.title, state: meeting.state },
      startsAt: meeting.startsAt.toISOString(),
    },
    limit,
    can: canOf(ctx, watch, node),
  };
}

async function limitOf(ctx: Context, node: NodeRow, watch: WatchRow): Promise<Reply['limit']> {
  if (node.limit_class === null) return null;
  const found = await limitClass(ctx, node.limit_class);
  return {
    class: node.limit_class,
    name: found?.name ?? '',
    isOn: watch.limit_rows.length > 0,
    matters: watch.limit_matters.length > 0 ? watch.limit_matters : node.matters,
  };
}

function canOf(ctx: Context, watch: WatchRow, node: NodeRow): Reply['can'] {
  const { actor } = ctx;
  const { on: today } = cityHour(ctx.now, ctx.city.zone);
  const isWatched = mayChangeWatch(actor, watch, node).allowed;
  const isAhead = today < node.first_on;
  return {
    work: isWatched,
    write: isWatched && actor.has('letters.write'),
    plan: isWatched && isAhead && actor.has('tasks.give'),
    meet: isWatched && mayPlanMeeting(actor).allowed,
    limit: isWatched && today <= node.to_on && node.limit_class !== null,
  };
}
