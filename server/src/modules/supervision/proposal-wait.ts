import * as orders from '../orders/index.ts';
import { centre, waitRules } from '../waits/index.ts';
import { isDirectors } from './policy.ts';
import { supervisionsOf } from './supervisions.repo.ts';

/** 督办建议无人处理: told to whoever may take it up, then to the director. */
waitRules({
  kind: 'supervision-proposal',
  subject: 'order',
  topic: 'supervision',
  standing: async (ctx, { id, no }) => {
    await orders.lock(ctx, id);
    const one = (await supervisionsOf(ctx, id)).find((each) => each.no === no);
    return one?.state === 'proposed' ? 'waiting' : 'over';
  },
  pauses: null,
  moved: null,
  atEnd: {
    tells: async (ctx, { id, no }) => {
      const one = (await supervisionsOf(ctx, id)).find((each) => each.no === no);
      const first = one && isDirectors(one.level) ? 'director' : 'supervisor';
      return [centre(first), centre('director')];
    },
  },
});
