import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { addUnit, delegate, timeline } from '../../../test/use-cases.ts';
import { changeAssignment, ofOrder } from '../dispatch/index.ts';
import { answerSupervision, sendBackAnswer } from './answer.ts';
import { closeSupervision, dismissProposal } from './close.ts';
import './index.ts';
import { listSupervisions } from './list-supervisions.ts';
import { readSupervision } from './read-supervision.ts';
import { supervise } from './supervise.ts';
import { supervisionsOf } from './supervisions.repo.ts';
import { urgeMany, urgeOrder } from './urge.ts';

const words = '请尽快到现场处理并反馈结果。';
const seat = (code: string, path: string) => ({ unitCode: code, unitPath: path, areaCode: code });
const county = seat('350626', '350600/350626');
const township = seat('350626100', '350600/350626/350626100');
const assistant = seat('350626.rsj', '350600/350626/350626.rsj');
const bureau = seat('350600.zjj', '350600/350600.zjj');
const inWriting = { level: 'S2', instrument: 'notice', reason: words, demands: words } as const;
const byMessage = { ...inWriting, instrument: 'message' } as const;
const refusedWith = (code: string) => ({ code });

test(
  'a county presses on the units below it: in the system, up to S2, and ends what it gave',
  inCity(async ({ ctx, as, anOrder }) => {
    const at = { lead: '350626', areaCode: '350626100001', matterCode: '020103' } as const;
    const key = await anOrder.inProgress(at);
    const { orderId } = key;
    const sub = as('county-dispatcher', county);
    await expect(sub.do(urgeOrder, { orderId, words: '' })).rejects.toMatchObject(
      refusedWith('supervision.not-below'),
    );
    await sub.do(delegate, { ...key, unitCode: '350626100', note: '' });

    expect((await sub.do(readSupervision, { orderId })).mayGive).toEqual([
      { level: 'S2', instruments: ['message'] },
    ]);
    await expect(sub.do(supervise, { orderId, ...inWriting })).rejects.toMatchObject(
      refusedWith('supervision.other-instrument'),
    );
    await expect(sub.do(supervise, { orderId, ...byMessage, level: 'S3' })).rejects.toMatchObject(
      refusedWith('supervision.by-centre'),
    );
    await sub.do(supervise, { orderId, ...byMessage });
    expect(await supervisionsOf(ctx, orderId)).toMatchObject([
      { unit_code: '350626100', given_unit: '350626', informed: [], letter_id: null },
    ]);
    const which = { orderId, no: 1, words, fileIds: [] };
    await expect(sub.do(answerSupervision, which)).rejects.toMatchObject(
      refusedWith('supervision.not-yours'),
    );
    await as('township-operator', township).do(answerSupervision, which);
    const [read] = (await sub.do(readSupervision, { orderId })).supervisions;
    expect(read).toMatchObject({ reason: words, abilities: ['send-back', 'close'] });
    await sub.do(sendBackAnswer, which);
    await as('township-operator', township).do(answerSupervision, which);
    await sub.do(closeSupervision, which);

    await as('director').do(supervise, { orderId, ...inWriting });
    const ofCentre = { ...which, no: 2 };
    await as('township-operator', township).do(answerSupervision, ofCentre);
    await expect(sub.do(closeSupervision, ofCentre)).rejects.toMatchObject(
      refusedWith('supervision.own-unit'),
    );
    await expect(sub.do(dismissProposal, ofCentre)).rejects.toMatchObject(
      refusedWith('identity.not-permitted'),
    );
  }),
);

test(
  'what a county gave does not bind the centre, which raises it',
  inCity(async ({ ctx, as, anOrder }) => {
    const at = { lead: '350626', areaCode: '350626100001', matterCode: '020103' } as const;
    const key = await anOrder.inProgress(at);
    const sub = as('county-dispatcher', county);
    await sub.do(delegate, { ...key, unitCode: '350626100', note: '' });
    await sub.do(supervise, { orderId: key.orderId, ...byMessage });
    await as('supervisor').do(supervise, { orderId: key.orderId, ...inWriting });
    expect(await supervisionsOf(ctx, key.orderId)).toMatchObject([
      { state: 'raised', given_unit: '350626' },
      { state: 'open', given_unit: null, raised_from: 1 },
    ]);
  }),
);

test(
  'a unit beside reads nothing of it: not on the order, not in the list, not in what happened',
  inCity(async ({ as, anOrder }) => {
    const { orderId } = await anOrder.inProgress({ lead: '350600.zjj', areaCode: '350626100000' });
    const helper = { orderId, unitCode: '350626.rsj', role: 'assist' as const, reason: words };
    await as('dispatcher').do(addUnit, helper);
    await as('shift-lead').do(supervise, { orderId, ...inWriting });
    const beside = as('liaison', assistant);
    expect((await beside.do(readSupervision, { orderId })).supervisions).toEqual([]);
    expect((await beside.do(listSupervisions, {})).rows).toEqual([]);
    const told = (await beside.do(timeline, { orderId })).rows.map(({ type }) => type);
    expect(told.filter((type) => type.startsWith('supervision.'))).toEqual([]);
    const answer = { orderId, no: 1, words, fileIds: [] };
    await expect(beside.do(answerSupervision, answer)).rejects.toMatchObject(
      refusedWith('supervision.no-such'),
    );
    const own = as('liaison', bureau);
    const [listed] = (await own.do(listSupervisions, {})).rows;
    expect(listed).toMatchObject({ order: { id: orderId, supervised: 'S2' } });
    const heard = (await own.do(timeline, { orderId })).rows.map(({ type }) => type);
    expect(heard).toContain('supervision.opened');
  }),
);

test(
  'an order of named readers: nothing is written down for others, and nothing left undone in silence',
  inCity(async ({ ctx, as, anOrder, anAccount }) => {
    const { orderId } = await anOrder.inProgress({ secrecy: 3 });
    const director = as('director');
    for (const [level, instrument] of [
      ['S2', 'notice'],
      ['S3', 'site-visit'],
      ['S5', 'media'],
    ] as const)
      await expect(
        director.do(supervise, { orderId, ...inWriting, level, instrument }),
      ).rejects.toMatchObject(refusedWith('supervision.confined'));
    await director.do(supervise, { orderId, ...byMessage });
    const note = { orderId, ...inWriting, level: 'S4', instrument: 'leaders-note' } as const;
    const given = { ...note, leader: '分管副市长' };
    await expect(director.do(supervise, given)).rejects.toMatchObject(
      refusedWith('supervision.nobody-named'),
    );
    const { id } = await anAccount('handler', bureau);
    for (const duty of await ofOrder(ctx, orderId))
      await changeAssignment(ctx, duty, { readers: [id] });
    await director.do(supervise, given);
    const [first, second] = await supervisionsOf(ctx, orderId);
    expect(first).toMatchObject({ state: 'raised', letter_id: null, instrument: 'message' });
    expect(second?.task_id).not.toBeNull();
  }),
);

test(
  'many urged at once by a county: only what lies below it',
  inCity(async ({ as, anOrder }) => {
    const at = { lead: '350626', areaCode: '350626100001', matterCode: '020103' } as const;
    const [below, own] = [await anOrder.inProgress(at), await anOrder.inProgress(at)];
    const sub = as('county-dispatcher', county);
    await sub.do(delegate, { ...below, unitCode: '350626100', note: '' });
    const orderIds = [below.orderId, own.orderId];
    const { results } = await sub.do(urgeMany, { orderIds, words: '' });
    const why = new Map(results.map((result) => [result.orderId, result.why]));
    expect(why.get(below.orderId)).toBeNull();
    expect(why.get(own.orderId)).toContain('下级单位');
  }),
);
