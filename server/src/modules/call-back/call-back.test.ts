import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { attempt } from './attempt.ts';
import { close, closeMany } from './close.ts';
import { finishFollowUp, listFollowUps } from './follow-up-desk.ts';
import { rate } from './rate.ts';
import { redo } from './redo.ts';
import { callBackSheet } from './sheet.ts';

const well = {
  contacted: true,
  solved: 'solved' as const,
  processRating: 'very-satisfied' as const,
  resultRating: 'satisfied' as const,
  reason: '',
  reasonClass: null,
};
const notSolved = {
  ...well,
  solved: 'not-solved' as const,
  resultRating: 'dissatisfied' as const,
  reason: '还是不亮',
};
const hours = (at: Date, count: number) => new Date(at.getTime() + count * 3_600_000);

test(
  'asked and solved: closed',
  inCity(async ({ as, ctx, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    const caller = as('call-back-agent');
    await expect(caller.do(close, { orderId, as: 'solved', note: '' })).rejects.toMatchObject({
      code: 'call-back.nobody-asked',
    });
    expect(await caller.do(attempt, { orderId, reached: true, answers: well })).toEqual({
      attempts: 1,
      next: 'close',
    });
    await caller.do(close, { orderId, as: 'solved', note: '' });
    expect(await orders.find(ctx, orderId)).toMatchObject({
      status: 'closed',
      close_kind: 'solved',
    });
  }),
);

test(
  'many are closed together: whoever said that it is solved; of each other the reason is told',
  inCity(async ({ as, ctx, anOrder }) => {
    const [solved, silent, bad, secret] = [
      await anOrder.forCallBack(),
      await anOrder.forCallBack(),
      await anOrder.forCallBack(),
      await anOrder.forCallBack(),
    ];
    const caller = as('call-back-agent');
    await caller.do(attempt, { orderId: solved, reached: true, answers: well });
    await caller.do(attempt, { orderId: secret, reached: true, answers: well });
    const unsolved = { ...notSolved, reasonClass: 'subjective' as const };
    await caller.do(attempt, { orderId: bad, reached: true, answers: unsolved });
    await orders.change(ctx, secret, { secrecy: 3 });
    const { results } = await caller.do(closeMany, {
      orderIds: [solved, silent, bad, secret, solved],
    });
    const why = new Map(results.map((one) => [one.orderId, one.why]));
    expect(why.size).toBe(4);
    expect(why.get(solved)).toBeNull();
    expect(why.get(silent)).toMatch(/回访/);
    expect(why.get(bad)).toMatch(/重办/);
    expect(why.get(secret)).toMatch(/没有/);
    const found = await Promise.all(
      [solved, silent, bad, secret].map((id) => orders.find(ctx, id)),
    );
    expect(found.map((order) => order?.status)).toEqual([
      'closed',
      'call-back',
      'call-back',
      'call-back',
    ]);
    await expect(as('agent').do(closeMany, { orderIds: [silent] })).resolves.toMatchObject({
      results: [{ why: expect.stringMatching(/权限/) }],
    });
  }),
);

test(
  'silence is given up after three bands, and never counts as satisfied',
  inCity(async ({ as, anOrder, clock, travelTo }) => {
    const orderId = await anOrder.forCallBack();
    const start = clock.now();
    const silent = { orderId, reached: false, how: 'no-answer' as const };
    await as('call-back-agent').do(attempt, silent);
    await expect(as('call-back-agent').do(attempt, silent)).rejects.toMatchObject({
      code: 'call-back.band-used',
    });
    await travelTo(hours(start, 5));
    await as('call-back-agent').do(attempt, silent);
    await expect(
      as('call-back-agent').do(close, { orderId, as: 'unreached', note: '' }),
    ).rejects.toMatchObject({ code: 'call-back.not-reached-enough' });
    // A day later as well: what was tried stays tried.
    await travelTo(hours(start, 24));
    expect((await as('call-back-agent').do(callBackSheet, { orderId })).openBands).toEqual([
      'evening',
    ]);
    await travelTo(hours(start, 35));
    expect((await as('call-back-agent').do(attempt, silent)).next).toBe('may-close-unreached');
    await expect(
      as('call-back-agent').do(close, { orderId, as: 'solved', note: '' }),
    ).rejects.toMatchObject({ code: 'call-back.nobody-asked' });
    await as('call-back-agent').do(close, { orderId, as: 'unreached', note: '' });
  }),
);

test(
  'not solved for the unit’s own reasons goes back, twice at most, with half the limit',
  inCity(async ({ as, ctx, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    const caller = as('call-back-agent');
    await expect(
      caller.do(attempt, { orderId, reached: true, answers: { ...notSolved, reason: '' } }),
    ).rejects.toMatchObject({ code: 'call-back.reason-needed' });
    await caller.do(attempt, {
      orderId,
      reached: true,
      answers: { ...notSolved, reasonClass: 'subjective' },
    });
    await expect(
      caller.do(close, { orderId, as: 'unsolved-objective', note: '' }),
    ).rejects.toMatchObject({ code: 'call-back.subjective-redo' });
    const first = (await ofOrder(ctx, orderId)).find(({ round }) => round === 0);
    await caller.do(redo, { orderId, reason: '路灯仍不亮' });
    expect(await orders.find(ctx, orderId)).toMatchObject({
      status: 'in-progress',
      round: 1,
      lead_unit: '350600.zjj',
    });
    const second = (await ofOrder(ctx, orderId)).find(({ round }) => round === 1);
    const span = (duty: typeof first) =>
      (duty?.due_at?.getTime() ?? 0) - (duty?.sent_at.getTime() ?? 0);
    expect(span(second)).toBeLessThan(span(first));
  }),
);

test(
  'not solved for a reason nobody can help is closed by somebody who did not ask, with what was checked',
  inCity(async ({ as, ctx, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    const lead = as('shift-lead');
    const answers = { ...notSolved, reason: '要等改造计划', reasonClass: 'objective' as const };
    await lead.do(attempt, { orderId, reached: true, answers });
    const checked = '依据和计划都看过,已向诉求人说明。';
    const closing = { orderId, as: 'unsolved-objective' as const, note: checked };
    for (const who of [lead, as('call-back-agent')])
      await expect(who.do(close, closing)).rejects.toMatchObject({
        code: 'call-back.explanation-second',
      });
    const another = as('shift-lead', { accountId: ctx.newId() });
    await expect(another.do(close, { ...closing, note: '' })).rejects.toMatchObject({
      code: 'call-back.explanation-words',
    });
    await another.do(close, closing);
    expect(await orders.find(ctx, orderId)).toMatchObject({
      status: 'closed',
      close_kind: 'unsolved-objective',
    });
  }),
);

test(
  'a rating by page is kept once a round; a second one is refused, none is edited',
  inCity(async ({ as, ctx, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    const citizen = as({ ...as('agent').actor, kind: 'citizen', orderId });
    const rating = {
      solved: 'solved' as const,
      processRating: 'satisfied' as const,
      resultRating: 'satisfied' as const,
      reason: '',
      channel: 'page' as const,
    };
    const rateIt = async (inside: typeof ctx) =>
      rate(inside, await orders.lock(inside, orderId), rating);
    await citizen.do(rateIt, undefined);
    await expect(citizen.do(rateIt, undefined)).rejects.toMatchObject({
      code: 'call-back.already-rated',
    });
    await as('call-back-agent').do(close, { orderId, as: 'solved', note: '' });
  }),
);

test(
  'a look back falls due at nine, with the repeats since',
  inCity(async ({ as, anOrder, clock, ctx, travelTo, drain }) => {
    const orderId = await anOrder.forCallBack();
    await as('call-back-agent').do(attempt, { orderId, reached: true, answers: well });
    await as('call-back-agent').do(close, {
      orderId,
      as: 'solved',
      note: '',
      followUpOn: '2026-04-01',
    });
    await travelTo(new Date('2026-04-01T00:59:00Z'));
    await drain();
    expect((await as('call-back-agent').do(listFollowUps, {})).rows).toEqual([]);
    await anOrder.waiting();
    await travelTo(new Date('2026-04-01T01:00:00Z'));
    await drain();
    const { rows } = await as('call-back-agent').do(listFollowUps, {});
    expect(rows).toMatchObject([{ id: orderId, dueOn: '2026-04-01', repeatsSince: 1 }]);
    const followUpId = rows[0]?.followUpId ?? '';
    await as('call-back-agent').do(finishFollowUp, {
      followUpId,
      stillSolved: false,
      note: '又不亮了',
    });
    expect((await as('call-back-agent').do(listFollowUps, {})).rows).toEqual([]);
    expect(clock.now()).toEqual(new Date('2026-04-01T01:00:00Z'));
    // What came back is a new order of the same issue and the same person, on the dispatch desk.
    await drain();
    const earlier = await orders.find(ctx, orderId);
    const again = await ctx.tx
      .selectFrom('orders.order as o')
      .innerJoin('requesters.requester as r', 'r.order_id', 'o.id')
      .innerJoin('requesters.requester as before', 'before.order_id', 'o.repeat_of')
      .innerJoin('orders.text as t', 't.order_id', 'o.id')
      .select(['o.status', 'o.issue_id', 'o.repeat_no', 't.content'])
      .where('o.repeat_of', '=', orderId)
      .whereRef('r.phone_index', '=', 'before.phone_index')
      .execute();
    expect(again).toMatchObject([
      { status: 'to-dispatch', issue_id: earlier?.issue_id, repeat_no: 1 },
    ]);
    expect(again[0]?.content).toContain('又不亮了');
  }),
);

test(
  'a look back at an order of secrecy 3 falls due for its named readers only',
  inCity(async ({ as, ctx, anOrder, travelTo, drain }) => {
    const orderId = await anOrder.forCallBack();
    await as('call-back-agent').do(attempt, { orderId, reached: true, answers: well });
    await as('call-back-agent').do(close, {
      orderId,
      as: 'solved',
      note: '',
      followUpOn: '2026-04-01',
    });
    await orders.change(ctx, orderId, { secrecy: 3 });
    await travelTo(new Date('2026-04-01T01:00:00Z'));
    await drain();
    expect((await as('call-back-agent').do(listFollowUps, {})).rows).toEqual([]);
    expect((await as('shift-lead').do(listFollowUps, {})).rows).toMatchObject([{ id: orderId }]);
  }),
);
