import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Order } from '../orders/index.ts';
import type { Check } from './checks.repo.ts';

/** The requester, or the centre for the requester. */
const speaksFor = (actor: Actor, order: Order): Decision =>
  allowIf(
    actor.has('intake.receive') || (actor.kind === 'citizen' && actor.orderId === order.id),
    'identity.not-permitted',
  );

const isGuided = (order: Order): Decision =>
  allowIf(order.status === 'disposed', 'guidance.not-guided');

export const waitingOf = (checks: readonly Check[]): Check | undefined =>
  checks.find(({ state }) => state === 'waiting');

/** 申请复核: once (domain 2.12; DG10 的一次复核 is the same one). */
export const mayAsk = (actor: Actor, order: Order, checks: readonly Check[]): Decision =>
  all(
    speaksFor(actor, order),
    isGuided(order),
    allowIf(!checks.some(({ why }) => why === 'requested'), 'guidance.asked-once'),
  );

/** 不满告知: noted as often as it is said, looked at once at a time. */
export const mayComplain = (actor: Actor, order: Order, checks: readonly Check[]): Decision =>
  all(
    allowIf(actor.has('intake.receive'), 'identity.not-permitted'),
    isGuided(order),
    allowIf(
      !checks.some(
        ({ state, why }) => state === 'waiting' && why !== 'sample' && why !== 'not-clear',
      ),
      'guidance.waiting',
    ),
  );

/** 第二双眼睛: never whoever gave the guidance. */
export const mayDecide = (actor: Actor, check: Check | undefined): Decision =>
  all(
    allowIf(actor.has('guidance.check'), 'identity.not-permitted'),
    allowIf(check !== undefined, 'guidance.none-waiting'),
    allowIf(check?.given_by === null || check?.given_by !== actor.accountId, 'guidance.own'),
  );
