import type { WaitKind } from '@minsheng/contract/words/waits.ts';
import { numbersOf } from '../src/modules/orders/index.ts';
import { listLists } from '../src/modules/retention/read-lists.ts';
import { liftHold, setHold } from '../src/modules/retention/set-hold.ts';
import { refuseList } from '../src/modules/retention/sign-list.ts';
import { newId } from '../src/platform/ids.ts';
import { handledJobs } from '../src/platform/jobs.ts';
import { archive } from './use-cases.ts';
import { type Kit, type Waiting, words } from './waiting-scenes.ts';

/** What waits where records are kept. */
export const retentionScenes: Partial<Record<WaitKind, (kit: Kit) => Promise<Waiting>>> = {
  'hold-review': async ({ as, anOrder, clock, ctx }) => {
    const { orderId } = await anOrder.inProgress();
    const { holdId } = await as('director', { accountId: newId(clock.now()) }).do(setHold, {
      ...{ orderNo: (await numbersOf(ctx, [orderId])).get(orderId) ?? '', target: 'order' },
      ...{ ground: 'court', reason: words, fromWhom: '某区人民法院', untilOn: '2026-03-06' },
    });
    const lifts = { holdId, reason: words };
    return { id: holdId, act: () => as('shift-lead').do(liftHold, lifts) };
  },
  'destruction-signature': async ({ as, anOrder, system, drain, travelTo }) => {
    await system.do(archive, await anOrder.closed());
    await travelTo(new Date('2031-06-02T01:00:00Z'));
    await system.do(async (ctx) => handledJobs().get('retention:propose')?.(ctx, {}), null);
    await drain();
    const { rows } = await as('director').do(listLists, { state: 'open' });
    const listId = rows[0]?.id ?? '';
    return { id: listId, act: () => as('director').do(refuseList, { listId, reason: words }) };
  },
};
