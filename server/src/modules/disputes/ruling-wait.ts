import type { Role } from '@minsheng/contract/words/roles.ts';
import * as orders from '../orders/index.ts';
import { centre, waitRules } from '../waits/index.ts';
import { change, returnsOf } from './returns.repo.ts';

/** Who rules in each round (domain 2.6.4). */
const rulers: readonly Role[] = ['dispatcher', 'reviewer', 'director'];

/** 裁定期限: a request that nobody rules on is told to whoever rules in its round, then to the director. */
waitRules({
  kind: 'ruling',
  subject: 'order',
  topic: 'disputes',
  standing: async (ctx, { id, no }) => {
    await orders.lock(ctx, id);
    const asked = (await returnsOf(ctx, id)).find((one) => one.no === no);
    return asked?.state === 'asked' ? 'waiting' : 'over';
  },
  pauses: null,
  moved: (ctx, { id, no }, dueAt) => change(ctx, { order_id: id, no }, { due_at: dueAt }),
  atEnd: {
    tells: async (ctx, { id, no }) => {
      const round = (await returnsOf(ctx, id)).find((one) => one.no === no)?.round ?? 1;
      return [centre(rulers[round - 1] ?? 'director'), centre('director')];
    },
  },
});
