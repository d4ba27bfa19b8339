import {
  type Adapter,
  applyAppeal,
  checkTransfer,
  heardBySender,
  nothingOpened,
  tellOfAppeal,
} from '../exchange/index.ts';
import { handMissed } from './hear-duties.ts';
import {
  answering,
  checkAnswer,
  checkReturn,
  heardByUnit,
  takeAnswer,
  tellUnit,
} from './unit-side.ts';

/** 双向: a system that hands appeals over, and is the own one of a unit as well: by whom the case was opened says which. */
export const bothWays: Omit<Adapter, 'name' | 'label'> = {
  takes: ['transfer', 'supplement', 'urge', 'withdraw', ...answering],
  check: async (ctx, peer, said) => {
    await checkTransfer(ctx, peer, said);
    await checkReturn(ctx, peer, said);
  },
  fits: async (ctx, at) => {
    if (at.case.opened_by === 'us') await checkAnswer(ctx, at);
  },
  apply: async (ctx, incoming) => {
    const about = incoming.case;
    const isAnswer = answering.some((kind) => kind === incoming.said.kind);
    const isTheirs = about === null || (about.opened_by === 'them' && !isAnswer);
    // Another appeal of theirs is one also under a number that was ours to give.
    if (isTheirs || incoming.said.kind === 'transfer') return applyAppeal(ctx, incoming, 'api');
    await takeAnswer(ctx, about.order_id, incoming);
    return nothingOpened;
  },
  hears: [...new Set([...heardBySender, ...heardByUnit])],
  outward: (ctx, of) => (of.case.opened_by === 'us' ? tellUnit(ctx, of) : tellOfAppeal(ctx, of)),
  resumes: handMissed,
};
