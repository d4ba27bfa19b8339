import {
  askExtension,
  askParking,
  askSuspension,
  withdrawDeferral,
} from '../../src/modules/deferrals/ask.ts';
import { reviewLedger } from '../../src/modules/deferrals/review-ledger.ts';
import { delegate, delegateTargets } from '../../src/modules/dispatch/delegate.ts';
import type { Assignment } from '../../src/modules/dispatch/index.ts';
import { workingStates } from '../../src/modules/dispatch/index.ts';
import { nameReaders } from '../../src/modules/dispatch/name-readers.ts';
import { recallChild } from '../../src/modules/dispatch/recall-child.ts';
import { askReturn } from '../../src/modules/disputes/ask-return.ts';
import { signReturn, withdrawReturn } from '../../src/modules/disputes/sign-return.ts';
import { arrive } from '../../src/modules/handling/arrive.ts';
import { contact } from '../../src/modules/handling/contact.ts';
import { askInfo } from '../../src/modules/handling/info.ts';
import { markFixed } from '../../src/modules/handling/mark-fixed.ts';
import { sign } from '../../src/modules/handling/sign.ts';
import { signOff } from '../../src/modules/handling/sign-off.ts';
import { submit } from '../../src/modules/handling/submit.ts';
import type { Doer } from '../../src/platform/testing/in-city.ts';
import { pickFrom, type Walk } from './walk.ts';

/** A finding that the matter is not true needs no photos: the walk is about states, not about evidence. */
const answer = {
  isTrue: 'not-true',
  isSolved: 'solved',
  unsolvedReason: '',
  process: '现场核查,未发现所述情况。',
  publicAnswer: '经现场核查,未发现您反映的情况。',
  basis: '',
  measures: [],
  assetChanges: [],
  evidence: [],
} as const;

export const answered = () => ({ ...answer, measures: [], assetChanges: [], evidence: [] });

interface Held {
  readonly who: Doer;
  readonly leader: Doer;
  readonly duty: Assignment;
  readonly key: { orderId: string; assignmentId: string };
}

/** One duty of the order and somebody of its unit; mostly one that still works. */
async function held(walk: Walk, pick: number): Promise<Held> {
  const { duties } = await walk.standing();
  const working = duties.filter(({ state }) =>
    (workingStates as readonly string[]).includes(state),
  );
  const duty = pickFrom(pick % 5 === 0 || working.length === 0 ? duties : working, pick);
  if (!duty) throw new NothingToDo();
  return {
    duty,
    who: walk.holder(duty, 'liaison'),
    leader: walk.holder(duty, 'unit-leader'),
    key: { orderId: walk.orderId, assignmentId: duty.id },
  };
}

/** A move that has no object now. */
export class NothingToDo extends Error {
  override readonly name = 'NothingToDo';
}

type Try = (held: Held, pick: number) => Promise<unknown>;
const byHolder = (attempt: Try) => async (walk: Walk, pick: number) =>
  attempt(await held(walk, pick), pick);

export const unitMoves = {
  sign: byHolder(({ who, key }) => who.do(sign, key)),
  contact: byHolder(({ who, key }, pick) =>
    who.do(contact, { ...key, reached: pick % 4 !== 0, note: '' }),
  ),
  arrive: byHolder(({ who, key }) => who.do(arrive, { ...key, fileIds: [] })),
  fixed: byHolder(({ who, key }) => who.do(markFixed, { ...key, fileIds: [] })),
  'ask-info': byHolder(({ who, key }) => who.do(askInfo, { ...key, question: '请问具体在哪里?' })),
  submit: byHolder(({ who, key }) => who.do(submit, { ...key, ...answered() })),
  'sign-off': byHolder(({ leader, key }, pick) =>
    leader.do(signOff, { ...key, agreed: pick % 3 !== 0, note: '' }),
  ),
  'ask-return': byHolder(({ who, leader, key }, pick) =>
    (pick % 2 === 0 ? who : leader).do(askReturn, {
      ...key,
      reason: pick % 3 === 0 ? 'duplicate' : 'not-our-duty',
      basis: '试走一步的依据',
      properUnit: '350600.sthj',
      words: '试走一步的说明',
    }),
  ),
  'sign-return': byHolder(({ leader, key }, pick) =>
    leader.do(signReturn, { ...key, agreed: pick % 4 !== 0, note: '' }),
  ),
  extend: byHolder(({ who, key }, pick) =>
    who.do(askExtension, {
      ...key,
      reason: 'weather',
      amount: 1 + (pick % 3),
      plan: '试走一步的计划',
    }),
  ),
  suspend: byHolder(({ who, key }) =>
    who.do(askSuspension, { ...key, reason: 'await-test', plan: '试走一步的计划' }),
  ),
  park: byHolder(({ leader, key }) =>
    leader.do(askParking, {
      ...key,
      reason: 'planning',
      plan: '试走一步的计划',
      publicWords: '已列入计划,落实后办理。',
      milestones: [{ what: '完成方案', dueOn: '2099-01-01' }],
    }),
  ),
  'withdraw-deferral': byHolder(({ who, key }) => who.do(withdrawDeferral, key)),
  'review-ledger': byHolder(({ who, key }) =>
    who.do(reviewLedger, { orderId: key.orderId, progress: '方案正在编制', milestonesDone: [] }),
  ),
  'withdraw-return': byHolder(({ who, key }) => who.do(withdrawReturn, key)),
  delegate: byHolder(async ({ who, key }, pick) => {
    const { rows } = await who.do(delegateTargets, key);
    const below = pickFrom(rows, pick);
    if (!below) throw new NothingToDo();
    return who.do(delegate, { ...key, unitCode: below.code, note: '' });
  }),
  /** Nobody, one of them or both: the leader decides. */
  'name-readers': async (walk: Walk, pick: number) => {
    const { duty, leader, key } = await held(walk, pick);
    const people = await walk.accountsOf(duty);
    const readers = people.filter((_, at) => ((pick >> 4) >> at) % 2 === 1);
    return leader.do(nameReaders, { ...key, readers });
  },
  'recall-child': async (walk: Walk, pick: number) => {
    const { duties } = await walk.standing();
    const child = pickFrom(
      duties.filter(({ parent_id }) => parent_id !== null),
      pick,
    );
    const parent = duties.find(({ id }) => id === child?.parent_id);
    if (!child || !parent) throw new NothingToDo();
    const key = { orderId: walk.orderId, assignmentId: child.id };
    return walk.holder(parent, 'liaison').do(recallChild, { ...key, reason: '试走一步' });
  },
} as const;
