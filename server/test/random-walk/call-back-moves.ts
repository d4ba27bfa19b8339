import { attempt } from '../../src/modules/call-back/attempt.ts';
import { close } from '../../src/modules/call-back/close.ts';
import { redo } from '../../src/modules/call-back/redo.ts';
import { pickFrom, type Walk } from './walk.ts';

const heard = {
  solved: { solved: 'solved', resultRating: 'satisfied', reason: '', reasonClass: null },
  lazy: {
    solved: 'not-solved',
    resultRating: 'dissatisfied',
    reason: '没有人来过',
    reasonClass: 'subjective',
  },
  hard: {
    solved: 'partly',
    resultRating: 'basically',
    reason: '要等管网改造',
    reasonClass: 'objective',
  },
} as const;

/** What the call-back agent may try, whatever the requester says. */
export const callBackMoves = {
  attempt: ({ centre, orderId }: Walk, pick: number) => {
    const said = pickFrom(Object.values(heard), pick) ?? heard.solved;
    const answers = { contacted: true, processRating: 'basically', ...said } as const;
    const reached = pick % 4 !== 0;
    return centre('call-back-agent').do(attempt, {
      orderId,
      reached,
      ...(reached && { answers }),
    });
  },
  close: ({ centre, orderId }: Walk, pick: number) =>
    centre('call-back-agent').do(close, {
      orderId,
      as: pickFrom(['solved', 'unsolved-objective', 'unreached'] as const, pick) ?? 'solved',
      note: '',
    }),
  redo: ({ centre, orderId }: Walk) =>
    centre('call-back-agent').do(redo, { orderId, reason: '没有解决' }),
} as const;
