import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { historyOf } from '../../platform/events.ts';
import { acceptProblem } from './accept-problem.ts';
import { askRun } from './ask-run.ts';
import { dismissProblem, reopenProblem } from './dismiss-problem.ts';
import { keep, month, well } from './example-run.ts';
import { issuesOf } from './members.repo.ts';
import { readProblem } from './read-problem.ts';
import { readRun } from './read-runs.ts';
import { takeOut } from './take-out.ts';

test(
  'what is found is counted in people and in messages, with growth against the period before and what does harm',
  inCity(async ({ as, system, anOrder, travelTo }) => {
    const earlier = await anOrder.toDispatch(well(9));
    await travelTo(new Date('2026-03-30T02:00:00Z'));
    const first = await anOrder.toDispatch(well(1));
    const again = await anOrder.toDispatch({ ...well(2, 1), urgency: 'U2' });
    const third = await anOrder.toDispatch(well(3));
    const secret = await anOrder.toDispatch({ ...well(4), secrecy: 1, type: 'JB' });
    const ids = [earlier, first, again, third, secret].map(({ id }) => id);
    const analyst = as('analyst');
    const weeks = { from: '2026-03-10', to: '2026-03-30', without: [] };
    const { id: runId } = await analyst.do(askRun, weeks);
    const found = await system.do(keep, { runId, ids });
    expect(found).toMatchObject({
      people: 2,
      messages: 3,
      peopleBefore: 1,
      urgent: 1,
      vulnerable: 1,
    });
    expect(found?.growthFactor).toBeCloseTo(1.5);
    expect(found?.harmFactor).toBeCloseTo(1 + 1.5 / 3);
    expect(found?.weight).toBeCloseTo(2 * 1.5 * 1.5);
    expect(found?.bars.at(-1)).toBe(3);
    const { run } = await analyst.do(readRun, { runId });
    expect(run).toMatchObject({
      state: 'done',
      messages: 3,
      messagesBefore: 1,
      problems: 1,
      grouped: 3,
    });
  }),
);

test(
  'accepting makes one issue of those the person left in, and everybody keeps number and message',
  inCity(async ({ as, ctx, system, anOrder }) => {
    const orders = [];
    for (let no = 1; no <= 4; no += 1) orders.push(await anOrder.toDispatch(well(no)));
    const ids = orders.map(({ id }) => id);
    const analyst = as('analyst');
    const { id: runId } = await analyst.do(askRun, month);
    const problemId = (await system.do(keep, { runId, ids }))?.id ?? '';
    const [wrong = ''] = ids.slice(-1);
    await analyst.do(takeOut, { problemId, orderId: wrong, isOut: true });
    const { id: elsewhere } = await anOrder.toDispatch();
    await expect(
      analyst.do(takeOut, { problemId, orderId: elsewhere, isOut: true }),
    ).rejects.toMatchObject({ code: 'problems.not-in-it' });
    const two = ids.slice(0, 2);
    for (const orderId of two) await analyst.do(takeOut, { problemId, orderId, isOut: true });
    await expect(analyst.do(acceptProblem, { problemId })).rejects.toMatchObject({
      code: 'problems.too-few',
    });
    for (const orderId of two) await analyst.do(takeOut, { problemId, orderId, isOut: false });
    const seen = await analyst.do(readProblem, { problemId });
    expect(seen).toMatchObject({ people: 3, messages: 3, hidden: 0, can: { settle: true } });
    expect(seen.orders.filter(({ isOut }) => isOut).map(({ order }) => order.id)).toEqual([wrong]);

    const { issueId, moved, left } = await analyst.do(acceptProblem, { problemId });
    expect({ moved, left }).toEqual({ moved: 2, left: 0 });
    const issues = await issuesOf(ctx, ids);
    expect(ids.slice(0, 3).map((id) => issues.get(id))).toEqual([issueId, issueId, issueId]);
    expect(issues.get(wrong)).not.toBe(issueId);
    const after = await analyst.do(readProblem, { problemId });
    expect(after).toMatchObject({ state: 'accepted', issueId, can: { settle: false } });
    expect(after.orders.map(({ order }) => order.orderNo).toSorted()).toEqual(
      orders.map(({ order_no }) => order_no).toSorted(),
    );
    await expect(analyst.do(acceptProblem, { problemId })).rejects.toMatchObject({
      code: 'problems.settled',
    });
    const chain = await historyOf(ctx, { kind: 'problem', id: problemId });
    expect(chain.map(({ type }) => type)).toEqual(['problems.accepted']);

    const next = await analyst.do(askRun, month);
    const found = await system.do(keep, { runId: next.id, ids: ids.slice(0, 3) });
    expect(found).toMatchObject({ state: 'accepted', issueId });
  }),
);

test(
  'what was dismissed does not come back as new with the same appeals, and comes back with others',
  inCity(async ({ as, system, anOrder }) => {
    const ids: string[] = [];
    for (let no = 1; no <= 5; no += 1) ids.push((await anOrder.toDispatch(well(no))).id);
    const analyst = as('analyst');
    const found = async (some: readonly string[]) => {
      const { id: runId } = await analyst.do(askRun, month);
      return system.do(keep, { runId, ids: some });
    };
    const first = await found(ids.slice(0, 3));
    const problemId = first?.id ?? '';
    await analyst.do(dismissProblem, { problemId, dismissedAs: 'ordinary', note: '' });
    expect(await found(ids.slice(0, 3))).toMatchObject({ state: 'dismissed' });
    expect(await found(ids)).toMatchObject({ state: 'open' });

    await analyst.do(reopenProblem, { problemId });
    const again = await analyst.do(readProblem, { problemId });
    expect(again).toMatchObject({ state: 'open', settled: null });
    await expect(analyst.do(reopenProblem, { problemId })).rejects.toMatchObject({
      code: 'problems.not-dismissed',
    });
    // The run between had it dismissed as well; what was said last holds.
    expect(await found(ids.slice(0, 3))).toMatchObject({ state: 'open' });
  }),
);

test(
  'what a person may not see is counted as hidden, and stays where it is when the rest is accepted',
  inCity(async ({ as, ctx, system, anOrder }) => {
    const ids: string[] = [];
    for (let no = 1; no <= 3; no += 1) ids.push((await anOrder.toDispatch(well(no))).id);
    const analyst = as('analyst');
    const { id: runId } = await analyst.do(askRun, month);
    const problemId = (await system.do(keep, { runId, ids }))?.id ?? '';
    const [secret = ''] = ids;
    await ctx.tx.updateTable('orders.order').set({ secrecy: 3 }).where('id', '=', secret).execute();
    const seen = await analyst.do(readProblem, { problemId });
    expect(seen.hidden).toBe(1);
    expect(seen.example).toBeNull();
    expect(seen.orders.map(({ order }) => order.id)).not.toContain(secret);
    await expect(
      analyst.do(takeOut, { problemId, orderId: secret, isOut: true }),
    ).rejects.toMatchObject({ code: 'orders.no-such-order' });
    const before = await issuesOf(ctx, ids);
    const { issueId } = await analyst.do(acceptProblem, { problemId });
    const after = await issuesOf(ctx, ids);
    expect(after.get(secret)).toBe(before.get(secret));
    expect(ids.slice(1).map((id) => after.get(id))).toEqual([issueId, issueId]);
  }),
);
