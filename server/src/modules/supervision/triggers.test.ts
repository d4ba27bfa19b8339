import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  approveReply,
  askExtension,
  attempt,
  close,
  contact,
  decideDeferral,
  redo,
  sign,
  submit,
  urge,
} from '../../../test/use-cases.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import { ofOrder, one } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { dismissProposal } from './close.ts';
import './index.ts';
import { supervise } from './supervise.ts';
import { supervisionsOf } from './supervisions.repo.ts';
import { urgeOrder } from './urge.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const words = '请尽快到现场处理并反馈结果。';
const notice = { level: 'S2', instrument: 'notice', reason: words, demands: words } as const;

const answer = {
  isTrue: 'not-true' as const,
  isSolved: 'solved' as const,
  unsolvedReason: '',
  process: '到现场查看,路灯已正常亮灯。',
  publicAnswer: '您好,路灯已经修好,感谢您的反映。',
  basis: '',
  measures: [],
  assetChanges: [],
  evidence: [],
};

const dueOf = async (ctx: Context, key: { orderId: string; assignmentId: string }) =>
  (await one(ctx, key.orderId, key.assignmentId)).due_at ?? new Date(Number.NaN);

const pointsOf = async (ctx: Context, id: string) =>
  (await historyOf(ctx, { kind: 'order', id }, new Date('2027-01-01')))
    .filter(({ type }) => type === 'supervision.warned')
    .map(({ data }) => data.point);

test(
  'a duty nobody works on is warned of point by point, urged at its end, and a working day later proposed',
  inCity(async ({ ctx, as, anOrder, travelTo, drain }) => {
    const key = await anOrder.inProgress();
    await as('handler', bureau).do(sign, key);
    await drain();
    const dueAt = await dueOf(ctx, key);
    const hours = [-24 * 2, -20, -2, 0, 3, 24, 48, 72];
    for (const hour of hours) {
      await travelTo(new Date(dueAt.getTime() + hour * 3_600_000));
      await drain();
    }
    const points = await pointsOf(ctx, key.orderId);
    expect(points.at(-1)).toBe('expired');
    expect(new Set(points).size).toBe(points.length);
    const all = await supervisionsOf(ctx, key.orderId);
    expect(all).toMatchObject([
      { level: 'S1', state: 'open', trigger: 'overdue', unit_code: '350600.zjj' },
      { level: 'S2', state: 'proposed', trigger: 'overdue-day' },
    ]);
    expect(all[0]?.late_at).toEqual(all[0]?.answer_due_at);
    // Delivered twice, nothing is told twice.
    await drain();
    expect(await pointsOf(ctx, key.orderId)).toEqual(points);
  }),
);

test(
  'more time moves what is still to be said: nobody is urged at the old end',
  inCity(async ({ ctx, as, anOrder, travelTo, drain }) => {
    const key = await anOrder.inProgress();
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    await drain();
    const old = await dueOf(ctx, key);
    const asking = { ...key, reason: 'construction', amount: 2, plan: words } as const;
    await handler.do(askExtension, asking);
    await as('shift-lead').do(decideDeferral, { orderId: key.orderId, granted: true, words: '' });
    await drain();
    await travelTo(new Date(old.getTime() + 60_000));
    await drain();
    expect(await pointsOf(ctx, key.orderId)).not.toContain('expired');
    expect(await supervisionsOf(ctx, key.orderId)).toEqual([]);
    await travelTo(await dueOf(ctx, key));
    await drain();
    expect(await pointsOf(ctx, key.orderId)).toContain('expired');
  }),
);

test(
  'an urging ends with the approved reply, by rule',
  inCity(async ({ ctx, as, anOrder, drain }) => {
    const orderId = await anOrder.forCallBack();
    const order = await orders.lock(ctx, orderId);
    expect(order.status).toBe('call-back');
    await as('dispatcher').do(urgeOrder, { orderId, words: '' });
    await drain();
    expect(await supervisionsOf(ctx, orderId)).toMatchObject([{ state: 'closed' }]);
  }),
);

test(
  'a second written supervision without an answer proposes the next level; what does not move, the leader',
  inCity(async ({ ctx, as, anOrder, travelTo, drain, clock }) => {
    const { orderId } = await anOrder.inProgress();
    await as('shift-lead').do(supervise, { orderId, ...notice });
    await drain();
    await travelTo(new Date(clock.now().getTime() + 8 * 24 * 3_600_000));
    await drain();
    const given = await supervisionsOf(ctx, orderId);
    expect(given.map(({ level, state, trigger }) => [level, state, trigger])).toContainEqual([
      'S4',
      'proposed',
      'unmoved',
    ]);
    await as('director').do(supervise, {
      orderId,
      ...notice,
      level: 'S3',
      instrument: 'work-reminder',
    });
    await travelTo(new Date(clock.now().getTime() + 10 * 24 * 3_600_000));
    await drain();
    expect((await supervisionsOf(ctx, orderId)).map(({ trigger }) => trigger)).toContain(
      'repeated',
    );
  }),
);

test(
  'what happens proposes its level: a bad process, then a redo',
  inCity(async ({ ctx, as, anOrder, drain }) => {
    const orderId = await anOrder.forCallBack();
    const caller = as('call-back-agent');
    const bad = {
      contacted: true,
      solved: 'not-solved',
      processRating: 'very-dissatisfied',
      resultRating: 'dissatisfied',
      reason: '没有人来看过。',
      reasonClass: 'subjective',
    } as const;
    await caller.do(attempt, { orderId, reached: true, answers: bad });
    await drain();
    expect(await supervisionsOf(ctx, orderId)).toMatchObject([
      { level: 'S2', state: 'proposed', trigger: 'complaint' },
    ]);
    await as('shift-lead').do(dismissProposal, { orderId, no: 1, words });
    await as('shift-lead').do(redo, { orderId, reason: words });
    await drain();
    expect((await supervisionsOf(ctx, orderId)).at(-1)).toMatchObject({
      level: 'S2',
      state: 'proposed',
      trigger: 'redo',
      round: 1,
    });
    // Solved after all: nobody need decide any more whether to supervise it.
    const good = {
      ...bad,
      solved: 'solved' as const,
      processRating: 'satisfied' as const,
      resultRating: 'satisfied' as const,
    };
    const lead = (await ofOrder(ctx, orderId)).findLast(({ role }) => role === 'lead');
    const key = { orderId, assignmentId: lead?.id ?? '' };
    const unit = as('handler', bureau);
    await unit.do(sign, key);
    await unit.do(contact, { ...key, reached: true, note: '' });
    await unit.do(submit, { ...key, ...answer });
    await as('reviewer').do(approveReply, { orderId });
    await caller.do(attempt, { orderId, reached: true, answers: good });
    await caller.do(close, { orderId, as: 'solved', note: '' });
    await drain();
    expect((await supervisionsOf(ctx, orderId)).at(-1)).toMatchObject({ state: 'lapsed' });
  }),
);

test(
  'the requester’s own urging begins the answer’s time',
  inCity(async ({ ctx, anOrder, drain, system }) => {
    const { orderId } = await anOrder.inProgress();
    const urging = async (sys: Context) => urge(sys, await orders.lock(sys, orderId), '');
    await system.do(urging, null);
    await drain();
    expect(await supervisionsOf(ctx, orderId)).toMatchObject([
      { level: 'S1', trigger: 'urged', state: 'open' },
    ]);
  }),
);
