import {
  applyAppeal,
  checkTransfer,
  heardBySender,
  nothingOpened,
  registerAdapter,
  tellOfAppeal,
} from '../exchange/index.ts';
import { handMissed } from './hear-duties.ts';
import { text } from './text.ts';
import {
  answering,
  checkAnswer,
  checkReturn,
  heardByUnit,
  takeAnswer,
  tellUnit,
} from './unit-side.ts';

/**
 * 双线电话适配器 (12315 and the like): the line of a department beside this one. An appeal to either is registered by both,
 * under a number of each; the department's steps in its own system are its steps here, and what is closed is told the other.
 */
registerAdapter({
  name: 'dual-line',
  label: text.dualLine,
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
});
