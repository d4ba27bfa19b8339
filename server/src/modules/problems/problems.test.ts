import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import type { Problem } from '../issues/index.ts';
import { acceptProblem } from './accept-problem.ts';
import { askRun, askWhereDue } from './ask-run.ts';
import { dismissProblem, reopenProblem } from './dismiss-problem.ts';
import { plainTable, problemSheet } from './export-problems.ts';
import { keepRun } from './keep-run.ts';
import { issuesOf } from './members.repo.ts';
import { type Period, readPeriod } from './read-period.ts';
import { readProblem } from './read-problem.ts';
import { listRuns, readRun } from './read-runs.ts';
import * as runs from './runs.repo.ts';
import { takeOut } from './take-out.ts';

const well = (no: number, who = no) => ({
  content: `第${no}次反映,延安北路口的井盖不见了,没有围挡。`,
  requester: {
    kind: 'person' as const,
    isSelf: true,
    tags: no === 1 ? ['elderly' as const] : [],
    phone: inventedPhoneOf(`well ${who}`),
  },
});
const month = { from: '2026-02-01', to: '2026-03-02', without: [] };

/** The clustering has tests of its own: here it is said what it finds, so that only persons decide. */
async function keep(ctx: Context, { runId, ids }: { runId: string; ids: readonly string[] }) {
  const run = await runs.find(ctx, runId);
  if (!run) throw new Error('no such run');
  const period = await readPeriod(run, {
    zone: ctx.city.zone,
    inOne: (use) => use(ctx),
    add: async () => {},
    tell: () => {},
  });
  await keepRun(ctx, run, { period, problems: [problemOf(ids, period)] });
  const [found] = (await readRun(ctx, { runId })).rows;
  return found;
}

const problemOf = (ids: readonly string[], { facts }: Period): Problem => ({
  name: '延安北路 井盖',
  example: '',
  exampleId: ids[0] ?? '',
  names: [{ term: '延安北路', share: 1 }],
  words: [{ term: '井盖', share: 1 }],
  ids,
  people: new Set(ids.map((id) => facts.get(id)?.person)).size,
  firstAt: null,
  lastAt: null,
});

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

test(
  'a run reads what was asked for: place, matter, and not what is left out; one at a time, of a sensible period',
  inCity(async ({ as, system, anOrder }) => {
    for (let no = 1; no <= 3; no += 1) await anOrder.toDispatch(well(no));
    const analyst = as('analyst');
    const read = async (differences: object) => {
      const { id: runId } = await analyst.do(askRun, { ...month, ...differences });
      await system.do(keep, { runId, ids: [] });
      return (await analyst.do(readRun, { runId })).run.messages;
    };
    expect(await read({})).toBe(3);
    expect(await read({ area: '350600', matter: '01' })).toBe(3);
    expect(await read({ area: '350603' })).toBe(0);
    expect(await read({ matter: '02' })).toBe(0);
    expect(await read({ without: ['0101'] })).toBe(0);
    expect(await read({ without: ['0201'] })).toBe(3);

    for (const wrong of [
      { from: '2026-03-02', to: '2026-03-01' },
      { from: '2026-03-01', to: '2026-03-03' },
      { from: '2025-11-30', to: '2026-03-02' },
    ])
      await expect(analyst.do(askRun, { ...month, ...wrong })).rejects.toMatchObject({
        code: 'problems.bad-period',
      });
    await analyst.do(askRun, month);
    await expect(analyst.do(askRun, month)).rejects.toMatchObject({ code: 'problems.at-work' });
    expect((await analyst.do(listRuns, undefined)).can.ask).toBe(false);
  }),
);

test(
  'by night a run of the month begins by itself once there is enough, and the file says whose it is and what for',
  inCity(async ({ as, ctx, system, anOrder, travelTo }) => {
    await travelTo(new Date('2026-03-02T18:00:00Z'));
    await anOrder.toDispatch(well(1));
    await system.do(askWhereDue, undefined);
    expect(await runs.latest(ctx, 9)).toEqual([]);
    for (let no = 2; no <= 100; no += 1) await anOrder.toDispatch(well(no));
    await travelTo(new Date('2026-03-03T04:00:00Z'));
    await system.do(askWhereDue, undefined);
    expect(await runs.latest(ctx, 9)).toEqual([]);
    await travelTo(new Date('2026-03-03T18:00:00Z'));
    await system.do(askWhereDue, undefined);
    await system.do(askWhereDue, undefined);
    const [run, ...others] = await runs.latest(ctx, 9);
    expect(others).toEqual([]);
    expect(run).toMatchObject({ asked_by: null, from_on: '2026-02-02', to_on: '2026-03-03' });

    const runId = run?.id ?? '';
    await system.do(keep, { runId, ids: [] });
    await system.do(askWhereDue, undefined);
    expect((await runs.latest(ctx, 1))[0]).toMatchObject({ from_on: '2025-12-04' });
    const sheet = await as('analyst').do(problemSheet, { runId, purpose: '每周研判' });
    expect(sheet.about.lines.join()).toContain('每周研判');
    expect(plainTable(sheet).toString()).toContain('每周研判');
    await expect(
      as('shift-lead').do(problemSheet, { runId, purpose: '每周研判' }),
    ).rejects.toMatchObject({ code: 'identity.not-permitted' });
  }),
);
