import type { Instrument, WrittenLevel } from '@minsheng/contract/words/supervision.ts';
import { isWritten } from '@minsheng/contract/words/supervision.ts';
import { answerSupervision, sendBackAnswer } from '../../src/modules/supervision/answer.ts';
import { closeSupervision, dismissProposal } from '../../src/modules/supervision/close.ts';
import '../../src/modules/supervision/index.ts';
import { supervise } from '../../src/modules/supervision/supervise.ts';
import {
  type Supervision,
  supervisionsOf,
} from '../../src/modules/supervision/supervisions.repo.ts';
import { urgeOrder } from '../../src/modules/supervision/urge.ts';
import { NothingToDo } from './unit-moves.ts';
import { pickFrom, type Walk } from './walk.ts';

const words = '试走一步,请尽快办理。';
const levels = ['S2', 'S3', 'S4', 'S5'] as const;
const instrumentOf: Readonly<Record<WrittenLevel, readonly Instrument[]>> = {
  S2: ['notice'],
  S3: ['work-reminder', 'site-visit'],
  S4: ['interview', 'leaders-note', 'circular'],
  S5: ['media', 'transfer'],
};

/** One supervision of the order in one of these states. */
async function oneOf(
  { kit, orderId }: Walk,
  pick: number,
  ...states: readonly Supervision['state'][]
): Promise<Supervision> {
  const all = await supervisionsOf(kit.ctx, orderId);
  const one = pickFrom(
    all.filter(({ state }) => states.includes(state)),
    pick,
  );
  if (!one) throw new NothingToDo();
  return one;
}

async function give(walk: Walk, pick: number, level: WrittenLevel, proposalNo?: number) {
  const isLeaders = level === 'S4' || level === 'S5';
  return walk.centre(isLeaders && pick % 7 !== 0 ? 'director' : 'shift-lead').do(supervise, {
    orderId: walk.orderId,
    level,
    instrument: pickFrom(instrumentOf[level], pick >> 2) ?? 'notice',
    reason: words,
    demands: words,
    toUnit: '350600.fgw',
    leader: '分管副市长',
    ...(proposalNo !== undefined && { proposalNo }),
  });
}

/** 催办、督办: urged, supervised at any level, taken up or refused; answered, sent back, ended. */
export const pressureMoves = {
  'urge-order': ({ centre, orderId }: Walk) =>
    centre('dispatcher').do(urgeOrder, { orderId, words: '' }),
  supervise: (walk: Walk, pick: number) => give(walk, pick, pickFrom(levels, pick >> 4) ?? 'S2'),
  'take-up': async (walk: Walk, pick: number) => {
    const { level, no } = await oneOf(walk, pick, 'proposed');
    if (!isWritten(level)) throw new NothingToDo();
    return give(walk, pick, level, no);
  },
  'dismiss-proposal': async (walk: Walk, pick: number) => {
    const { no } = await oneOf(walk, pick, 'proposed');
    return walk.centre('shift-lead').do(dismissProposal, { orderId: walk.orderId, no, words });
  },
  'answer-supervision': async (walk: Walk, pick: number) => {
    const one = await oneOf(walk, pick, 'open');
    const answer = { orderId: walk.orderId, no: one.no, words, fileIds: [] };
    return walk.holder(one, 'liaison').do(answerSupervision, answer);
  },
  'send-back-answer': async (walk: Walk, pick: number) => {
    const { no } = await oneOf(walk, pick, 'answered');
    return walk.centre('reviewer').do(sendBackAnswer, { orderId: walk.orderId, no, words });
  },
  'close-supervision': async (walk: Walk, pick: number) => {
    const { no } = await oneOf(walk, pick, 'open', 'answered');
    const end = { orderId: walk.orderId, no, words, fileIds: [] };
    return walk.centre(pick % 2 === 0 ? 'director' : 'reviewer').do(closeSupervision, end);
  },
} as const;
