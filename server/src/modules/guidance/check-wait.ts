import * as orders from '../orders/index.ts';
import { centre, waitRules } from '../waits/index.ts';
import { change, checksOf } from './checks.repo.ts';

/** 复核期限: guidance nobody looked at again is told to the shift lead, then to the director. */
waitRules({
  kind: 'guidance-check',
  subject: 'order',
  topic: 'guidance',
  standing: async (ctx, { id, no }) => {
    await orders.lock(ctx, id);
    const check = (await checksOf(ctx, id)).find((one) => one.no === no);
    return check?.state === 'waiting' ? 'waiting' : 'over';
  },
  pauses: null,
  moved: (ctx, { id, no }, dueAt) => change(ctx, { order_id: id, no }, { due_at: dueAt }),
  atEnd: { tells: async () => [centre('shift-lead'), centre('director')] },
});
