import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { ProblemRow } from './problems.repo.ts';

const settles = (actor: Actor): Decision =>
  allowIf(actor.has('problems.settle'), 'identity.not-permitted');

/** One run at a time: each takes a core for up to a minute. */
export const mayAsk = (actor: Actor, isAtWork: boolean): Decision =>
  all(settles(actor), allowIf(!isAtWork, 'problems.at-work'));

/** 核对: accept, dismiss, take out; accepting moves orders between issues. */
export const maySettle = (actor: Actor, problem: Pick<ProblemRow, 'state'>): Decision =>
  all(
    settles(actor),
    allowIf(actor.has('issues.link'), 'identity.not-permitted'),
    allowIf(problem.state === 'open', 'problems.settled'),
  );

export const mayReopen = (actor: Actor, problem: Pick<ProblemRow, 'state'>): Decision =>
  all(settles(actor), allowIf(problem.state === 'dismissed', 'problems.not-dismissed'));
