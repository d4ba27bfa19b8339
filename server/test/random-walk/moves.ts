import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import { archive } from '../../src/modules/orders/archive.ts';
import { callBackMoves } from './call-back-moves.ts';
import { centreMoves } from './centre-moves.ts';
import { judgingMoves } from './judging-moves.ts';
import { mergingMoves } from './merging-moves.ts';
import { pressureMoves } from './pressure-moves.ts';
import { unitMoves } from './unit-moves.ts';
import type { Walk } from './walk.ts';

const spans = [1, 30, 4 * 60, 24 * 60, 4 * 24 * 60, 31 * 24 * 60];

/** Time goes on, and what fell due in the meantime happens. */
const timeMoves = {
  wait: async ({ kit }: Walk, pick: number) => {
    const minutes = spans[pick % spans.length] ?? 1;
    await kit.travelTo(new Date(kit.clock.now().getTime() + minutes * 60_000));
    await kit.drain();
  },
  archive: ({ kit, orderId }: Walk) => kit.system.do(archive, orderId),
} as const;

export const moves = {
  ...centreMoves,
  ...unitMoves,
  ...callBackMoves,
  ...mergingMoves,
  ...pressureMoves,
  ...judgingMoves,
  ...timeMoves,
};
export type Move = keyof typeof moves;
export const moveNames = Object.keys(moves) as Move[];

const handIn = ['sign', 'contact', 'submit'] as const;

/** Where a step is likely to be taken, so that walks get far; every fourth tries anything anywhere. */
const likely: Readonly<Partial<Record<OrderStatus, readonly Move[]>>> = {
  'to-accept': ['take', 'accept', 'accept', 'accept', 'accept'],
  'to-dispatch': ['send', 'send', 'send', 'send', 'send', 'send', 'withdraw', 'merge', 'take-in'],
  merged: ['unmerge', 'master-answered', 'master-answered', 'master-withdrawn', 'urge', 'withdraw'],
  'in-progress': [
    ...[...handIn, ...handIn, ...handIn, ...handIn],
    'sign-off',
    ...(['name-readers', 'name-readers', 'name-readers'] as const),
    'delegate',
    'arrive',
    'fixed',
    'ask-info',
    'undo',
    'recall',
    'recall-child',
    'add',
    'reassign',
    'merge',
    'wait',
  ],
  'in-dispute': [
    'rule',
    'rule',
    'rule',
    'contact',
    'withdraw-return',
    'recall',
    'wait',
    'withdraw',
  ],
  suspended: ['resume', 'resume', 'contact', 'wait', 'recall'],
  parked: ['submit', 'submit', 'review-ledger', 'wait', 'recall', 'withdraw', 'sign-off'],
  'need-info': ['give-info', 'wait', 'contact', 'recall'],
  'reply-review': ['approve', 'reject', 'approve'],
  'call-back': ['attempt', 'attempt', 'attempt', 'close', 'close', 'close', 'redo', 'wait'],
  closed: ['wait', 'close', 'supplement', 'attempt'],
};

/** What a life leans to while units work, so that a few walks get deep into each of its side rooms. */
const leanings = {
  plain: [],
  returning: ['ask-return', 'ask-return', 'ask-return', 'ask-return', 'sign-return', 'sign-return'],
  deferring: [
    'park',
    'park',
    'suspend',
    'suspend',
    'extend',
    'decide',
    'decide',
    'decide',
    'decide',
  ],
  asking: ['ask-info', 'ask-info', 'ask-info', 'undo', 'recall'],
  pressing: [
    ...(['supervise', 'supervise', 'take-up', 'take-up'] as const),
    ...(['answer-supervision', 'answer-supervision', 'close-supervision'] as const),
    ...(['send-back-answer', 'dismiss-proposal', 'urge-order', 'urge-order', 'wait'] as const),
  ],
  judging: ['ask-visit', 'make-visit', 'submit', 'submit'],
} as const satisfies Record<string, readonly Move[]>;
export type Leaning = keyof typeof leanings;
export const leaningNames = Object.keys(leanings) as Leaning[];

/** What is judged of an answer, once there is one. */
const judged = [
  ...(['ask-contest', 'rule-contest', 'contest-further', 'rule-contest'] as const),
  ...(['report-false', 'answer-false', 'rule-false'] as const),
  ...(['ask-visit', 'make-visit', 'make-visit', 'report-from-visit', 'cancel-visit'] as const),
] as const satisfies readonly Move[];

function sideOf(status: OrderStatus, pick: number, leaning: Leaning): readonly Move[] {
  const hasAnswer = status === 'call-back' || status === 'closed';
  if (hasAnswer && pick % 4 === 2 && leaning === 'judging') return judged;
  return status === 'in-progress' && pick % 4 === 2 ? leanings[leaning] : [];
}

export const likelyMove = (status: OrderStatus, pick: number, leaning: Leaning): Move => {
  const names = likely[status];
  const choice = pick >> 2;
  if (!names || pick % 4 === 3) return moveNames[choice % moveNames.length] ?? 'wait';
  const side = sideOf(status, pick, leaning);
  return side[choice % Math.max(1, side.length)] ?? names[choice % names.length] ?? 'wait';
};
