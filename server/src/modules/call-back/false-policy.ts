import type { FoundHow } from '@minsheng/contract/words/call-back.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, any, type Decision } from '../../platform/refusal.ts';
import { type Assignment, isHeldBy, permitted } from '../dispatch/index.ts';
import { type Order, standsBefore } from '../orders/index.ts';
import type { FalseCompletion } from './false-completions.repo.ts';

/** Whoever rings tells what they heard; a site check is for those who may decide. */
export const mayReportFalse = (
  actor: Actor,
  order: Order,
  { foundHow, open }: { foundHow: FoundHow; open: FalseCompletion | undefined },
): Decision =>
  all(
    foundHow === 'call-back'
      ? any(permitted(actor, 'call-back.do'), permitted(actor, 'call-back.judge'))
      : permitted(actor, 'call-back.judge'),
    standsBefore(order, 'redo-false'),
    allowIf(open === undefined, 'call-back.false-open'),
  );

/** The unit that gave the answer, once. */
export const mayAnswerFalse = (
  actor: Actor,
  open: FalseCompletion | undefined,
  duty: Assignment | undefined,
): Decision =>
  all(
    permitted(actor, 'handling.work'),
    allowIf(open !== undefined && duty !== undefined, 'call-back.false-none-open'),
    ...(duty ? [isHeldBy(actor, duty)] : []),
    allowIf(open?.state === 'found', 'call-back.false-answered'),
  );

/** 认定: by another person than who found it. */
export const mayRuleOnFalse = (actor: Actor, open: FalseCompletion | undefined): Decision =>
  all(
    permitted(actor, 'call-back.judge'),
    allowIf(open !== undefined, 'call-back.false-none-open'),
    allowIf(
      open?.found_by == null || open.found_by !== actor.accountId,
      'call-back.false-own-finding',
    ),
  );

/** 已听取说明: the unit spoke, or let its time pass. */
export const isHeard = (
  { state, hear_until }: Pick<FalseCompletion, 'state' | 'hear_until'>,
  now: Date,
): boolean => state === 'heard' || now >= hear_until;

export const openOf = (records: readonly FalseCompletion[]): FalseCompletion | undefined =>
  records.find(({ state }) => state === 'found' || state === 'heard');
