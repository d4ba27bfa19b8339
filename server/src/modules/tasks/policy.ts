import { isTaskRunning, taskStateLabel } from '@minsheng/contract/words/tasks.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, any, type Decision } from '../../platform/refusal.ts';
import type { Claim, Extension, Task } from './task.ts';

type Held = Pick<Task, 'state' | 'unit_code' | 'owner_id' | 'is_confined'>;

const may = (actor: Actor, permission: Parameters<Actor['has']>[0]): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

const stale = ({ state }: Pick<Task, 'state'>, fits: boolean): Decision =>
  allowIf(fits, 'tasks.stale', { state: taskStateLabel[state] });

export const mayGive = (actor: Actor): Decision => may(actor, 'tasks.give');

/** 责任单位; where a person is named, that person or the leader. A confined task is its owner's alone. */
const isOwn = (actor: Actor, task: Held): Decision => {
  const isOwner = task.owner_id === null || task.owner_id === actor.accountId;
  const leads = !task.is_confined && actor.has('handling.sign-off');
  return allowIf(task.unit_code === actor.unitCode && (isOwner || leads), 'tasks.not-yours');
};

export const mayAccept = (actor: Actor, task: Held): Decision =>
  all(may(actor, 'tasks.work'), isOwn(actor, task), stale(task, task.state === 'given'));

export const mayClaim = (actor: Actor, task: Held): Decision =>
  all(
    may(actor, 'tasks.work'),
    isOwn(actor, task),
    stale(task, task.state === 'accepted' || task.state === 'sent-back'),
  );

/** 双人把关: whoever claims does not confirm. */
export const mayJudge = (
  actor: Actor,
  task: Pick<Task, 'state'>,
  last: Pick<Claim, 'claimed_by'> | null,
): Decision =>
  all(
    may(actor, 'tasks.give'),
    stale(task, task.state === 'claimed'),
    allowIf(last?.claimed_by !== actor.accountId || actor.kind === 'system', 'tasks.own-claim'),
  );

export const mayAskForTime = (
  actor: Actor,
  task: Held & Pick<Task, 'due_at'>,
  { earlier, now }: { earlier: Extension | null; now: Date },
): Decision =>
  all(
    may(actor, 'tasks.work'),
    isOwn(actor, task),
    stale(task, isTaskRunning(task.state)),
    allowIf(earlier === null, 'tasks.asked-before'),
    allowIf(now <= task.due_at, 'tasks.time-over'),
  );

export const mayDecideOnTime = (
  actor: Actor,
  task: Pick<Task, 'state' | 'asks_for_time'>,
): Decision =>
  all(
    may(actor, 'tasks.give'),
    allowIf(task.asks_for_time, 'tasks.nothing-asked'),
    stale(task, isTaskRunning(task.state)),
  );

export const mayWithdraw = (actor: Actor, task: Pick<Task, 'state' | 'given_by'>): Decision =>
  all(
    may(actor, 'tasks.give'),
    any(may(actor, 'tasks.govern'), allowIf(task.given_by === actor.accountId, 'tasks.not-giver')),
    stale(task, isTaskRunning(task.state) || task.state === 'claimed'),
  );
