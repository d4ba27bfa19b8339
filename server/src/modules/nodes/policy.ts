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

/** 改关注: words, limit, plan, rulings. */
export const mayChangeWatch = (actor: Actor, watch: Pick<WatchRow, 'until_at'>): Decision =>
  all(mayWork(actor), allowIf(watch.until_at === null, 'nodes.not-watched'));

/** 复盘: once, when the window is over. */
export const mayReview = (actor: Actor, node: NodeRow, today: string): Decision =>
  all(
    mayWork(actor),
    isOpen(node),
    allowIf(today > node.to_on, 'nodes.not-over', { to: node.to_on }),
  );
