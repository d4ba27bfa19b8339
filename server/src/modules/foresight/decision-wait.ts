import { centre, waitRules } from '../waits/index.ts';
import { hold, moveDue } from './signals.repo.ts';

/** 气象预警无人确认: the shift lead is told, then the director. Once the warning is over there is nothing left to say. */
waitRules({
  kind: 'weather-decision',
  subject: 'signal',
  topic: 'foresight',
  standing: async (ctx, { id }) => {
    const { state, until_at } = await hold(ctx, id);
    return state === 'proposed' && until_at > ctx.now ? 'waiting' : 'over';
  },
  pauses: null,
  moved: (ctx, { id }, dueAt) => moveDue(ctx, id, dueAt),
  atEnd: { tells: async () => [centre('shift-lead'), centre('director')] },
});
