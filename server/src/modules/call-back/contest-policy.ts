import {
  type ContestLevel,
  contestLevelLabel,
  type ExclusionCode,
  exclusionCodes,
} from '@minsheng/contract/words/contest.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import { type Assignment, isHeldBy, permitted } from '../dispatch/index.ts';
import { type Order, standsBefore } from '../orders/index.ts';
import type { Attempt } from './attempts.repo.ts';
import type { Contest } from './contests.repo.ts';
import { isBadRating } from './policy.ts';

const isBad = ({ solved, process_rating, result_rating }: Attempt): boolean =>
  solved !== 'solved' || isBadRating(process_rating) || isBadRating(result_rating);

/** 可申诉的评价: the last bad one of the round the order ended with. */
export const contestable = (order: Order, attempts: readonly Attempt[]): Attempt | undefined =>
  attempts.findLast((one) => one.round === order.round && one.reached && isBad(one));

/** 符合的理由, as far as the order itself tells; the proof is for a person to judge. */
export function fittingCodes(order: Order, wasParked: boolean): ExclusionCode[] {
  const unfit: Partial<Record<ExclusionCode, boolean>> = {
    X6: order.repeat_of === null,
    X7: order.disputes === 0,
    X10: !wasParked,
    X11: order.type !== 'JY' && order.type !== 'BY',
    // Only what has ended is contested.
    X12: true,
  };
  return exclusionCodes.filter((code) => unfit[code] !== true);
}

/** T27: the unit whose answer was rated, once the order has ended. */
export const mayContest = (actor: Actor, order: Order, duty: Assignment | undefined): Decision =>
  all(
    permitted(actor, 'handling.work'),
    standsBefore(order, 'archive'),
    allowIf(order.status === 'closed' && duty !== undefined, 'call-back.contest-nothing-bad'),
    ...(duty ? [isHeldBy(actor, duty)] : []),
  );

export const nextLevel: Readonly<Record<ContestLevel, ContestLevel | null>> = {
  county: 'city',
  city: 'director',
  director: null,
};

/** 等待复核的: the earliest, where a later rating is contested as well. */
export const openContest = (contests: readonly Contest[]): Contest | undefined =>
  contests.find(({ state }) => state === 'asked');

export const lastRejected = (contests: readonly Contest[]): Contest | undefined =>
  contests.findLast(({ state }) => state === 'rejected');

/** Of the unit that asked: another one may have led since. */
export const dutiesOf = ({ unit_code }: Contest, duties: readonly Assignment[]): Assignment[] =>
  duties.filter((duty) => duty.unit_code === unit_code);

/** 县区 it lies in and is not itself; null where it is of the city. */
export function countyOf(unitPath: string, cityCode: string): string | null {
  const above = unitPath.split('/').slice(0, -1);
  return above.find((code) => /^\d{6}$/.test(code) && code !== cityCode) ?? null;
}

export const firstLevel = (unitPath: string, cityCode: string): ContestLevel =>
  countyOf(unitPath, cityCode) === null ? 'city' : 'county';

const rulesAt = (actor: Actor, { level, unit_path }: Contest): boolean => {
  switch (level) {
    case 'county':
      return (
        actor.has('call-back.judge-county') &&
        (actor.scope === 'all' || unit_path.startsWith(`${actor.unitPath}/`))
      );
    case 'city':
      return actor.has('call-back.judge');
    case 'director':
      return actor.has('call-back.judge-last');
    default:
      return level satisfies never;
  }
};

/** Another person than who approved the answer, rang, asked, or ruled before (domain 2.2, T27). */
export const mayRuleOnContest = (
  actor: Actor,
  open: Contest | undefined,
  concerned: readonly (string | null)[],
): Decision =>
  all(
    allowIf(open !== undefined, 'call-back.contest-none-open'),
    allowIf(open === undefined || rulesAt(actor, open), 'call-back.contest-not-your-level', {
      who: open ? contestLevelLabel[open.level] : '',
    }),
    allowIf(
      actor.accountId === null || !concerned.includes(actor.accountId),
      'call-back.contest-own-work',
    ),
  );
