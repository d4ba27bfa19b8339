import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { askExtension, decideDeferral, delegate, sign } from '../../../test/use-cases.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import { ofOrder, one } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { answerSupervision, sendBackAnswer } from './answer.ts';
import { closeSupervision, dismissProposal } from './close.ts';
import './index.ts';
import { listSupervisions } from './list-supervisions.ts';
import { readSupervision } from './read-supervision.ts';
import { supervise } from './supervise.ts';
import { supervisionsOf } from './supervisions.repo.ts';
import { urgeMany, urgeOrder } from './urge.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const seat = (code: string, path: string) => ({ unitCode: code, unitPath: path, areaCode: code });
const county = seat('350626', '350600/350626');
const township = seat('350626100', '350600/350626/350626100');
const village = seat('350626100001', '350600/350626/350626100/350626100001');
const words = '请尽快到现场处理并反馈结果。';
const notice = { level: 'S2', instrument: 'notice', reason: words, demands: words } as const;

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
  'from the top to the village in one step: the last holder is reached, every level between informed',
  inCity(async ({ ctx, as, anOrder, drain }) => {
    const at = { lead: '350626', areaCode: '350626100001', matterCode: '020103' } as const;
    const key = await anOrder.inProgress(at);
    await as('county-dispatcher', county).do(delegate, { ...key, unitCode: '350626100', note: '' });
    const passed = await ofOrder(ctx, key.orderId);
    const second = passed.find(({ unit_code }) => unit_code === '350626100')?.id ?? '';
    const below = {
      orderId: key.orderId,
      assignmentId: second,
      unitCode: '350626100001',
      note: '',
    };
    await as('county-dispatcher', township).do(delegate, below);

    const given = await as('director').do(supervise, { orderId: key.orderId, ...notice });
    expect(given.unit.code).toBe('350626100001');
    const [only] = await supervisionsOf(ctx, key.orderId);
    expect(only?.informed).toEqual(['350626', '350626100']);
    expect(only?.letter_id).not.toBeNull();
    const { rows } = await as('village-worker', village).do(listSupervisions, {});
    expect(rows).toMatchObject([{ order: { id: key.orderId }, supervision: { level: 'S2' } }]);
    const told = await as('township-operator', township).do(listSupervisions, {});
    expect(told.rows).toHaveLength(1);
    await drain();

    const which = { orderId: key.orderId, no: 1 };
    const answer = { ...which, words, fileIds: [] };
    await expect(as('liaison', bureau).do(answerSupervision, answer)).rejects.toMatchObject({
      code: 'orders.no-such-order',
    });
    await as('village-worker', village).do(answerSupervision, answer);
    const director = as('director');
    await director.do(sendBackAnswer, { ...which, words });
    await as('village-worker', village).do(answerSupervision, answer);
    await director.do(closeSupervision, { ...which, words, fileIds: [] });
    const read = await as('village-worker', village).do(readSupervision, which);
    expect(read.supervisions[0]).toMatchObject({ state: 'closed', evidence: words, reason: '' });
    expect(read.supervisions[0]?.answers).toHaveLength(2);
  }),
);

test(
  'a level only rises, by its own instruments; from S4 on the director decides',
  inCity(async ({ ctx, as, anOrder }) => {
    const { orderId } = await anOrder.inProgress();
    const [lead, director] = [as('shift-lead'), as('director')];
    await expect(
      lead.do(supervise, { orderId, ...notice, instrument: 'interview' }),
    ).rejects.toMatchObject({ code: 'supervision.other-instrument' });
    await lead.do(supervise, { orderId, ...notice, level: 'S3', instrument: 'work-reminder' });
    for (const level of ['S2', 'S3'] as const)
      await expect(
        lead.do(supervise, { orderId, ...notice, level, instrument: 'work-reminder' }),
      ).rejects.toMatchObject({ code: 'supervision.only-rises', facts: { level: 'S3' } });
    const interview = { orderId, ...notice, level: 'S4', instrument: 'interview' } as const;
    await expect(lead.do(supervise, interview)).rejects.toMatchObject({
      code: 'supervision.by-director',
    });
    await director.do(supervise, interview);
    expect(await supervisionsOf(ctx, orderId)).toMatchObject([
      { level: 'S3', state: 'raised' },
      { level: 'S4', state: 'open', raised_from: 1 },
    ]);
    const close = { orderId, no: 2, words, fileIds: [] };
    await expect(director.do(closeSupervision, close)).rejects.toMatchObject({
      code: 'supervision.unanswered',
    });
    await as('handler', bureau).do(answerSupervision, close);
    await expect(lead.do(closeSupervision, close)).rejects.toMatchObject({
      code: 'supervision.by-director',
    });
    const own = as('shift-lead', { ...bureau, scope: 'unit' });
    await expect(own.do(closeSupervision, close)).rejects.toMatchObject({
      code: 'supervision.own-unit',
    });
    await director.do(closeSupervision, close);
    await expect(director.do(closeSupervision, close)).rejects.toMatchObject({
      code: 'supervision.stale',
    });
    await expect(director.do(closeSupervision, { ...close, no: 9 })).rejects.toMatchObject({
      code: 'supervision.no-such',
    });
  }),
);

test(
  'urging: one answer at a time, many orders at once, each with its own result; an approved reply ends it',
  inCity(async ({ ctx, as, anOrder, drain }) => {
    const [first, second] = [await anOrder.inProgress(), await anOrder.inProgress()];
    const waiting = await anOrder.toDispatch();
    const dispatcher = as('dispatcher');
    await dispatcher.do(urgeOrder, { orderId: first.orderId, words: '' });
    await expect(
      dispatcher.do(urgeOrder, { orderId: first.orderId, words: '' }),
    ).rejects.toMatchObject({ code: 'supervision.urged-now' });
    await expect(
      dispatcher.do(urgeOrder, { orderId: waiting.id, words: '' }),
    ).rejects.toMatchObject({ code: 'supervision.nobody-holds' });
    const orderIds = [first.orderId, second.orderId, waiting.id];
    const { results } = await dispatcher.do(urgeMany, { orderIds, words });
    const why = new Map(results.map((result) => [result.orderId, result.why]));
    expect(why.get(second.orderId)).toBeNull();
    expect(why.get(first.orderId)).toContain('刚催办过');
    expect(why.get(waiting.id)).toContain('没有单位在办理');
    await drain();
    const elsewhere = as('handler', { ...bureau, scope: 'all' });
    const answer = { orderId: first.orderId, no: 1, words, fileIds: [] };
    await expect(elsewhere.do(answerSupervision, answer)).rejects.toMatchObject({
      code: 'supervision.not-yours',
    });
    expect(await supervisionsOf(ctx, second.orderId)).toMatchObject([{ level: 'S1', urges: 1 }]);
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
  'a proposal is dismissed with words, and not proposed again for the same reason and round',
  inCity(async ({ ctx, as, anOrder, system }) => {
    const { orderId } = await anOrder.inProgress();
    const { propose } = await import('./propose.ts');
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
