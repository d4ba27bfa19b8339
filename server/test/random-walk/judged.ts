import { isWritten, type SupervisionState } from '@minsheng/contract/words/supervision.ts';
import { expect } from 'vitest';
import { attemptsOf } from '../../src/modules/call-back/attempts.repo.ts';
import { contestsOf } from '../../src/modules/call-back/contests.repo.ts';
import { falseCompletionsOf } from '../../src/modules/call-back/false-completions.repo.ts';
import { openOf } from '../../src/modules/call-back/false-policy.ts';
import * as orders from '../../src/modules/orders/index.ts';
import {
  type Supervision,
  supervisionsOf,
} from '../../src/modules/supervision/supervisions.repo.ts';
import { visitsOf } from '../../src/modules/visits/index.ts';
import type { Context } from '../../src/platform/context.ts';
import type { StoredEvent } from '../../src/platform/events.ts';

/** What stands beside an order: the pressure on it and what was judged of its answer. */
export interface Judged {
  readonly supervisions: readonly Supervision[];
  readonly ratings: readonly string[];
  readonly contests: Awaited<ReturnType<typeof contestsOf>>;
  readonly records: Awaited<ReturnType<typeof falseCompletionsOf>>;
  readonly visits: Awaited<ReturnType<typeof visitsOf>>;
  readonly order: orders.Order | null;
}

export async function judgedOf(ctx: Context, orderId: string): Promise<Judged> {
  const [supervisions, attempts, contests, records, visits, order] = await Promise.all([
    supervisionsOf(ctx, orderId),
    attemptsOf(ctx, orderId),
    contestsOf(ctx, orderId),
    falseCompletionsOf(ctx, orderId),
    visitsOf(ctx, { kind: 'order', id: orderId }),
    orders.find(ctx, orderId),
  ]);
  const ratings = attempts.map((attempt) => JSON.stringify(attempt));
  return { supervisions, ratings, contests, records, visits, order };
}

/** What holds of it after every step, whoever did what. */
export function keepsWhatIsJudged(
  before: Judged,
  now: Judged,
  events: readonly StoredEvent[],
): void {
  // 评价本身永不改写: what was said stays said, word for word.
  expect(now.ratings).toEqual(expect.arrayContaining([...before.ratings]));
  onlyRises(now.supervisions);
  onePerUnit(now.supervisions);
  endedStaysEnded(before.supervisions, now.supervisions);
  eventsTellSupervision(now.supervisions, events);
  holdsTheArchive(now);
  looksOnce(before, now);
}

const given = ({ state }: Supervision): boolean =>
  state !== 'proposed' && state !== 'dismissed' && state !== 'lapsed';

/** 只升不降: in the order they were given. */
function onlyRises(all: readonly Supervision[]): void {
  const levels = all.filter((one) => isWritten(one.level) && given(one)).map(({ level }) => level);
  expect(levels).toEqual(levels.toSorted());
}

const runs = ({ state }: Supervision): boolean => state === 'open' || state === 'answered';

/** A unit answers one supervision at a time, and of each level only one waits for a decision. */
function onePerUnit(all: readonly Supervision[]): void {
  const running = all.filter(runs).map(({ unit_code }) => unit_code);
  expect(running).toEqual([...new Set(running)]);
  const proposed = all.filter(({ state }) => state === 'proposed').map(({ level }) => level);
  expect(proposed).toEqual([...new Set(proposed)]);
}

const ends: readonly SupervisionState[] = ['closed', 'raised', 'dismissed', 'lapsed'];

function endedStaysEnded(before: readonly Supervision[], now: readonly Supervision[]): void {
  for (const one of before)
    if (ends.includes(one.state))
      expect(now.find(({ no }) => no === one.no)?.state).toBe(one.state);
}

const stateTold: Readonly<Record<string, SupervisionState>> = {
  'supervision.proposed': 'proposed',
  'supervision.opened': 'open',
  'supervision.urged': 'open',
  'supervision.answered': 'answered',
  'supervision.sent-back': 'open',
  'supervision.closed': 'closed',
  'supervision.dismissed': 'dismissed',
  'supervision.lapsed': 'lapsed',
};

/** Urged once more, only an urging is to be answered anew: a written supervision stands where it stood. */
const opens = (type: string, level: string): boolean =>
  type !== 'supervision.urged' || level === 'S1';

/** The log alone gives the same answer; what went up or was taken up is told by the one it became. */
function eventsTellSupervision(all: readonly Supervision[], events: readonly StoredEvent[]): void {
  for (const one of all) {
    if (one.state === 'raised' || one.state === 'lapsed') continue;
    const last = events.findLast(
      ({ type, data }) => type in stateTold && data.no === one.no && opens(type, one.level),
    );
    expect(stateTold[last?.type ?? ''], `${one.level} ${one.no}`).toBe(one.state);
  }
}

/** 暂缓归档: nothing is sealed while something of it is open, and at most one thing of a kind is. */
function holdsTheArchive({ contests, records, order }: Judged): void {
  const asked = contests.filter(({ state }) => state === 'asked');
  expect(new Set(contests.map(({ attempt_id }) => attempt_id)).size).toBe(contests.length);
  expect(records.filter(({ state }) => state === 'found' || state === 'heard').length).toBeLessThan(
    2,
  );
  if (asked.length === 0 && openOf(records) === undefined) return;
  expect(order?.status).not.toBe('archived');
  expect(order?.archive_held).toBe(true);
}

/** 核查结果只有一份: a finished visit keeps what it found. */
function looksOnce(before: Judged, now: Judged): void {
  for (const { id, state, findings } of before.visits)
    if (state === 'done' || state === 'cancelled')
      expect(now.visits.find((visit) => visit.id === id)).toMatchObject({ state, findings });
}
