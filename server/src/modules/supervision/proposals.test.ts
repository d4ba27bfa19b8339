import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { historyOf } from '../../platform/events.ts';
import * as orders from '../orders/index.ts';
import { dismissProposal } from './close.ts';
import './index.ts';
import { listSupervisions } from './list-supervisions.ts';
import { propose } from './propose.ts';
import { supervise } from './supervise.ts';
import { supervisionsOf } from './supervisions.repo.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const words = '请尽快到现场处理并反馈结果。';
const notice = { level: 'S2', instrument: 'notice', reason: words, demands: words } as const;

test(
  'a proposal is dismissed with words, and not proposed again for the same reason and round',
  inCity(async ({ ctx, as, anOrder, system }) => {
    const { orderId } = await anOrder.inProgress();
    const proposing = async () =>
      system.do(async (sys) => propose(sys, await orders.lock(sys, orderId), 'raised'), null);
    await proposing();
    const listed = await as('shift-lead').do(listSupervisions, { box: 'proposed' });
    expect(listed.rows).toMatchObject([{ supervision: { level: 'S3', trigger: 'raised' } }]);
    await expect(
      as('handler', bureau).do(listSupervisions, { box: 'proposed' }),
    ).rejects.toMatchObject({ code: 'identity.not-permitted' });
    await as('shift-lead').do(dismissProposal, { orderId, no: 1, words });
    await proposing();
    expect(await supervisionsOf(ctx, orderId)).toMatchObject([{ state: 'dismissed' }]);
  }),
);

test(
  'what else was proposed lapses with the supervision given, and the order’s history says so',
  inCity(async ({ ctx, as, anOrder, system }) => {
    const { orderId } = await anOrder.inProgress();
    for (const trigger of ['overdue-day', 'raised'] as const)
      await system.do(async (sys) => propose(sys, await orders.lock(sys, orderId), trigger), null);
    const taken = { ...notice, level: 'S3', instrument: 'work-reminder', proposalNo: 2 } as const;
    await as('shift-lead').do(supervise, { orderId, ...taken });
    const history = await historyOf(ctx, { kind: 'order', id: orderId }, new Date('2027-01-01'));
    const lapsed = history.filter(({ type }) => type === 'supervision.lapsed');
    expect(lapsed).toMatchObject([{ data: { no: 1, level: 'S2', byRule: false } }]);
  }),
);
