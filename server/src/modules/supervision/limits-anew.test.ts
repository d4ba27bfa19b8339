import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { recall } from '../../../test/use-cases.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import { answerSupervision, sendBackAnswer } from './answer.ts';
import { closeSupervision } from './close.ts';
import './index.ts';
import { readSupervision } from './read-supervision.ts';
import { supervise } from './supervise.ts';
import { supervisionsOf } from './supervisions.repo.ts';
import { urgeOrder } from './urge.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const words = '请尽快到现场处理并反馈结果。';
const notice = { level: 'S2', instrument: 'notice', reason: words, demands: words } as const;
const dayMs = 24 * 3_600_000;

const lateOf = async (ctx: Context, id: string) =>
  (await historyOf(ctx, { kind: 'order', id }, new Date('2027-01-01'))).filter(
    ({ type }) => type === 'supervision.late',
  ).length;

test(
  'an answer sent back has a limit of its own, and its end is told as the first was',
  inCity(async ({ ctx, as, anOrder, travelTo, drain, clock }) => {
    const { orderId } = await anOrder.inProgress();
    const lead = as('shift-lead');
    const { answerDueAt } = await lead.do(supervise, { orderId, ...notice });
    await travelTo(new Date(clock.now().getTime() + 6 * dayMs));
    await drain();
    expect(await lateOf(ctx, orderId)).toBe(1);
    const which = { orderId, no: 1, words };
    await as('handler', bureau).do(answerSupervision, { ...which, fileIds: [] });
    await lead.do(sendBackAnswer, which);
    await travelTo(new Date(clock.now().getTime() + 6 * dayMs));
    await drain();
    expect(await lateOf(ctx, orderId)).toBe(2);
    const [given] = await supervisionsOf(ctx, orderId);
    expect(given?.late_at?.toISOString()).toBe(answerDueAt);
  }),
);

test(
  'urged again when the answer is overdue, a unit gets a new limit and reads what is said now',
  inCity(async ({ as, anOrder, travelTo, drain, clock }) => {
    const { orderId } = await anOrder.inProgress();
    const dispatcher = as('dispatcher');
    await dispatcher.do(urgeOrder, { orderId, words });
    await travelTo(new Date(clock.now().getTime() + 3 * dayMs));
    await drain();
    const said = '请今天下班前回复诉求人。';
    const { answerDueAt } = await dispatcher.do(urgeOrder, { orderId, words: said });
    expect(new Date(answerDueAt ?? 0) > clock.now()).toBe(true);
    await expect(dispatcher.do(urgeOrder, { orderId, words: said })).rejects.toMatchObject({
      code: 'supervision.urged-now',
    });
    const { supervisions } = await as('handler', bureau).do(readSupervision, { orderId });
    expect(supervisions.at(-1)).toMatchObject({
      level: 'S1',
      urges: 2,
      demands: said,
      isLate: true,
    });
  }),
);

test(
  'a unit that holds the order no more is not rung for its answer, and the supervision can be closed',
  inCity(async ({ ctx, as, anOrder, travelTo, drain, clock }) => {
    const [urged, written] = [await anOrder.inProgress(), await anOrder.inProgress()];
    const lead = as('shift-lead');
    await lead.do(urgeOrder, { orderId: urged.orderId, words: '' });
    await lead.do(supervise, { orderId: written.orderId, ...notice });
    for (const { orderId } of [urged, written]) await lead.do(recall, { orderId, reason: words });
    await drain();
    await travelTo(new Date(clock.now().getTime() + 9 * dayMs));
    await drain();
    for (const { orderId } of [urged, written]) expect(await lateOf(ctx, orderId)).toBe(0);
    expect(await supervisionsOf(ctx, urged.orderId)).toMatchObject([{ state: 'closed' }]);
    await lead.do(closeSupervision, { orderId: written.orderId, no: 1, words, fileIds: [] });
    expect(await supervisionsOf(ctx, written.orderId)).toMatchObject([{ state: 'closed' }]);
  }),
);

test(
  'what does not move goes to the leader, raised meanwhile or not',
  inCity(async ({ ctx, as, anOrder, travelTo, drain, clock }) => {
    const { orderId } = await anOrder.inProgress();
    const lead = as('shift-lead');
    await lead.do(supervise, { orderId, ...notice });
    await lead.do(supervise, { orderId, ...notice, level: 'S3', instrument: 'work-reminder' });
    await travelTo(new Date(clock.now().getTime() + 8 * dayMs));
    await drain();
    expect(await supervisionsOf(ctx, orderId)).toContainEqual(
      expect.objectContaining({ level: 'S4', state: 'proposed', trigger: 'unmoved' }),
    );
  }),
);
