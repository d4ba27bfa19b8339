import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { delegate } from '../../../test/use-cases.ts';
import { ofOrder } from '../dispatch/index.ts';
import { answerSupervision, sendBackAnswer } from './answer.ts';
import { closeSupervision } from './close.ts';
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
  'a leader’s note is a task, a site visit a visit of somebody else; neither without saying whom',
  inCity(async ({ ctx, as, anOrder }) => {
    const { orderId } = await anOrder.inProgress();
    const director = as('director');
    const visit = { orderId, ...notice, level: 'S3', instrument: 'site-visit' } as const;
    await expect(director.do(supervise, visit)).rejects.toMatchObject({
      code: 'supervision.visitor-needed',
    });
    await director.do(supervise, { ...visit, toUnit: '350600.zx' });
    const note = { orderId, ...notice, level: 'S4', instrument: 'leaders-note' } as const;
    await expect(director.do(supervise, note)).rejects.toMatchObject({
      code: 'supervision.leader-needed',
    });
    await director.do(supervise, { ...note, leader: '分管副市长' });
    const transfer = { orderId, ...notice, level: 'S5', instrument: 'transfer' } as const;
    await expect(director.do(supervise, transfer)).rejects.toMatchObject({
      code: 'supervision.transfer-needed',
    });
    await director.do(supervise, { ...transfer, toUnit: '350600.jwjw' });
    const given = await supervisionsOf(ctx, orderId);
    expect(given.map(({ state }) => state)).toEqual(['raised', 'raised', 'open']);
    expect(given[0]?.visit_id).not.toBeNull();
    expect(given[1]?.task_id).not.toBeNull();
    expect(given[2]?.letter_id).not.toBeNull();
  }),
);
