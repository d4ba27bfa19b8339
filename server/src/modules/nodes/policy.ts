import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { NodeRow } from './nodes.repo.ts';
import type { WatchRow } from './watches.repo.ts';

export const mayWork = (actor: Actor): Decision =>
  allowIf(actor.has('nodes.work'), 'identity.not-permitted');

const isOpen = ({ reviewed_at }: Pick<NodeRow, 'reviewed_at'>): Decision =>
  allowIf(reviewed_at === null, 'nodes.reviewed');

/** 准备节点: until it is reviewed. */
export const mayPrepare = (actor: Actor, node: NodeRow): Decision =>
  all(mayWork(actor), isOpen(node));

/** 改关注: words, limit, plan; until the node is reviewed. */
export const mayChangeWatch = (
  actor: Actor,
  watch: Pick<WatchRow, 'until_at'>,
  node: Pick<NodeRow, 'reviewed_at'>,
): Decision =>
  all(mayWork(actor), allowIf(watch.until_at === null, 'nodes.not-watched'), isOpen(node));

/** 查零投诉: before the window there is nothing to look at, and a zero of nothing is none. */
export const mayRunZero = (actor: Actor, node: NodeRow, today: string): Decision =>
  all(mayWork(actor), allowIf(today >= node.from_on, 'nodes.not-begun', { from: node.from_on }));

/** 人工认定, as long as the figure is not reviewed. */
export const mayRule = (
  actor: Actor,
  watch: Pick<WatchRow, 'until_at'>,
  { node, today }: { node: NodeRow; today: string },
): Decision => all(mayChangeWatch(actor, watch, node), mayRunZero(actor, node, today));

/** 不再关注, while the window lasts: afterwards it would take a broken zero out of the figure. */
export const mayEndWatch = (
  actor: Actor,
  watch: Pick<WatchRow, 'until_at'>,
  { node, today }: { node: NodeRow; today: string },
): Decision =>
  all(
    mayChangeWatch(actor, watch, node),
    allowIf(today <= node.to_on, 'nodes.window-over', { to: node.to_on }),
  );

/** 复盘: once, when the window is over. */
export const mayReview = (actor: Actor, node: NodeRow, today: string): Decision =>
  all(
    mayWork(actor),
    isOpen(node),
    allowIf(today > node.to_on, 'nodes.not-over', { to: node.to_on }),
  );
