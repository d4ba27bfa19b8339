import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { approveReply, contact, sign, submit } from '../../../test/use-cases.ts';
import { keepFile } from '../files/index.ts';
import * as orders from '../orders/index.ts';
import { askContest, takeFurther } from './ask-contest.ts';
import { attempt } from './attempt.ts';
import { attemptsOf } from './attempts.repo.ts';
import { close } from './close.ts';
import { firstLevel } from './contest-policy.ts';
import { exclusionSheet } from './export-exclusions.ts';
import { listContests, listExclusions } from './list-contests.ts';
import { rate } from './rate.ts';
import { readContests } from './read-contests.ts';
import { ruleOnContest } from './rule-on-contest.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const countyBureau = {
  unitCode: '350626.zjj',
  unitPath: '350600/350626/350626.zjj',
  areaCode: '350626000000',
};
const county = { unitCode: '350626', unitPath: '350600/350626', areaCode: '350626000000' };
const day = 24 * 3_600_000;
const bad = {
  contacted: true,
  solved: 'solved',
  processRating: 'satisfied',
  resultRating: 'dissatisfied',
  reason: '想要立刻装新灯',
  reasonClass: 'objective',
} as const;
const reply = {
  isTrue: 'not-true' as const,
  isSolved: 'solved' as const,
  unsolvedReason: '',
  process: '到现场查看,路灯已正常亮灯。',
  publicAnswer: '您好,路灯已恢复照明。',
  basis: '',
  measures: [],
  assetChanges: [],
  evidence: [],
};
const late = {
  solved: 'not-solved',
  processRating: 'satisfied',
  resultRating: 'dissatisfied',
  reason: '',
  channel: 'page',
} as const;
const upheld = { upheld: true, words: '现场材料属实,同意剔除。' };
const rejected = { upheld: false, words: '材料不能证明所称情况。' };

type Kit = Parameters<Parameters<typeof inCity>[0]>[0];

/** Closed with a bad rating; the one who holds it has a picture to show. */
async function closed(kit: Kit, holder: typeof bureau) {
  const { as, anOrder } = kit;
  const key = await anOrder.inProgress({
    lead: holder.unitCode,
    areaCode: holder.areaCode === '350626000000' ? '350626100000' : '350602001000',
  });
  const unit = as('handler', holder);
  await unit.do(sign, key);
  await unit.do(contact, { ...key, reached: true, note: '' });
  await unit.do(submit, { ...key, ...reply });
  const approver = as('reviewer');
  const { orderId } = key;
  await approver.do(approveReply, { orderId });
  await as('call-back-agent').do(attempt, { orderId, reached: true, answers: bad });
  await as('call-back-agent').do(close, { orderId, as: 'solved', note: '' });
  const { file } = await unit.do(keepFile, aPhoto);
  const asking = { orderId, code: 'X3' as const, words: '现场照片证明。', fileIds: [file.id] };
  return { orderId, unit, approver, asking };
}

/** One grey dot. */
const aPhoto = {
  name: '现场.png',
  declaredType: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
  purpose: 'evidence' as const,
  takenAt: null,
  point: null,
};

test(
  'upheld: the rating does not count, is listed under its code, and has not changed',
  inCity(async (kit) => {
    const { as, ctx } = kit;
    const { orderId, unit, approver, asking } = await closed(kit, bureau);
    const before = JSON.stringify(await attemptsOf(ctx, orderId));
    expect((await unit.do(readContests, { orderId })).abilities).toEqual(['ask']);
    expect(await unit.do(askContest, asking)).toEqual({ level: 'city' });
    await expect(unit.do(askContest, asking)).rejects.toMatchObject({
      code: 'call-back.contest-once',
    });
    await expect(approver.do(ruleOnContest, { orderId, ...upheld })).rejects.toMatchObject({
      code: 'call-back.contest-own-work',
    });
    await expect(
      as('county-dispatcher', county).do(ruleOnContest, { orderId, ...upheld }),
    ).rejects.toMatchObject({ code: 'orders.no-such-order' });
    expect((await as('reviewer').do(listContests, { level: 'city' })).rows).toMatchObject([
      { order: { id: orderId }, code: 'X3' },
    ]);
    await as('reviewer').do(ruleOnContest, { orderId, ...upheld });
    const { contests } = await unit.do(readContests, { orderId });
    expect(contests).toMatchObject([{ state: 'upheld', counts: false, code: 'X3' }]);
    const month = ctx.now.toISOString().slice(0, 7);
    const list = await as('director').do(listExclusions, { month });
    expect(list.counts).toEqual([{ code: 'X3', count: 1 }]);
    expect(list.rows).toMatchObject([{ order: { id: orderId }, level: 'city' }]);
    const sheet = await as('director').do(exclusionSheet, { month, purpose: '月度公布' });
    expect(sheet.rows.map((row) => row.slice(3, 5))).toEqual([['X3 诉求不属实', '市中心']]);
    expect((await as('director').do(listExclusions, { month: '2025-12' })).rows).toEqual([]);
    expect(JSON.stringify(await attemptsOf(ctx, orderId))).toBe(before);
  }),
);

test(
  'a unit of a county goes to its county first; its yes goes to the city, and no one rules twice',
  inCity(async (kit) => {
    const { as } = kit;
    const { orderId, unit, asking } = await closed(kit, countyBureau);
    expect(await unit.do(askContest, asking)).toEqual({ level: 'county' });
    await expect(as('reviewer').do(ruleOnContest, { orderId, ...upheld })).rejects.toMatchObject({
      code: 'call-back.contest-not-your-level',
    });
    const centre = as('county-dispatcher', county);
    expect((await centre.do(listContests, { level: 'county' })).rows).toHaveLength(1);
    await centre.do(ruleOnContest, { orderId, ...upheld });
    expect((await unit.do(readContests, { orderId })).contests).toMatchObject([
      { level: 'city', state: 'asked', counts: true },
    ]);
    await as('reviewer').do(ruleOnContest, { orderId, ...upheld });
    expect((await unit.do(readContests, { orderId })).contests).toMatchObject([
      { state: 'upheld', counts: false },
    ]);
  }),
);

test(
  'rejected: it counts, the director is asked once more and is the last; meanwhile nothing is sealed',
  inCity(async (kit) => {
    const { as, ctx, travelTo, drain, clock } = kit;
    const { orderId, unit, asking } = await closed(kit, bureau);
    await unit.do(askContest, asking);
    await as('reviewer').do(ruleOnContest, { orderId, ...rejected });
    expect((await unit.do(readContests, { orderId })).contests).toMatchObject([{ counts: true }]);
    expect(await unit.do(takeFurther, { orderId })).toEqual({ level: 'director' });
    await expect(as('shift-lead').do(ruleOnContest, { orderId, ...upheld })).rejects.toMatchObject({
      code: 'call-back.contest-not-your-level',
    });
    await travelTo(new Date(clock.now().getTime() + 31 * day));
    await drain();
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'closed' });
    await as('director').do(ruleOnContest, { orderId, ...rejected });
    await expect(unit.do(takeFurther, { orderId })).rejects.toMatchObject({
      code: 'call-back.contest-final',
    });
    await expect(as('director').do(ruleOnContest, { orderId, ...rejected })).rejects.toMatchObject({
      code: 'call-back.contest-none-open',
    });
    await drain();
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'archived' });
  }),
);

test(
  'what does not fit, comes late or was rated well is refused',
  inCity(async (kit) => {
    const { as, anOrder, travelTo, clock } = kit;
    const { orderId, unit, asking } = await closed(kit, bureau);
    for (const code of ['X6', 'X7', 'X10', 'X11', 'X12'] as const)
      await expect(unit.do(askContest, { ...asking, code })).rejects.toMatchObject({
        code: 'call-back.contest-code',
      });
    await travelTo(new Date(clock.now().getTime() + 14 * day));
    await expect(unit.do(askContest, asking)).rejects.toMatchObject({
      code: 'call-back.contest-late',
    });
    expect((await unit.do(readContests, { orderId })).abilities).toEqual([]);
    const well = await anOrder.forCallBack();
    await as('call-back-agent').do(attempt, {
      orderId: well,
      reached: true,
      answers: { ...bad, resultRating: 'satisfied' },
    });
    await as('call-back-agent').do(close, { orderId: well, as: 'solved', note: '' });
    await expect(unit.do(askContest, { ...asking, orderId: well })).rejects.toMatchObject({
      code: 'call-back.contest-nothing-bad',
    });
  }),
);

test('a county itself is no unit of a county', () => {
  expect(firstLevel('350600/350626/350626.rsj', '350600')).toBe('county');
  expect(firstLevel('350600/350626', '350600')).toBe('city');
  expect(firstLevel('350600/350600.zjj', '350600')).toBe('city');
});

test(
  'ruled on after the thirty days: it is not sealed before the unit could go further',
  inCity(async (kit) => {
    const { as, ctx, travelTo, drain, clock } = kit;
    const { orderId, unit, asking } = await closed(kit, bureau);
    await unit.do(askContest, asking);
    await travelTo(new Date(clock.now().getTime() + 31 * day));
    await as('reviewer').do(ruleOnContest, { orderId, ...rejected });
    await drain();
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'closed' });
    expect((await unit.do(readContests, { orderId })).abilities).toEqual(['further']);
    await travelTo(new Date(clock.now().getTime() + 14 * day));
    await drain();
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'archived' });
  }),
);

test(
  'rated badly on the twenty-ninth day: the unit has its days to contest before the order is sealed',
  inCity(async (kit) => {
    const { as, ctx, travelTo, drain, clock } = kit;
    const { orderId, unit } = await closed(kit, bureau);
    await travelTo(new Date(clock.now().getTime() + 29 * day));
    await as('machine').do(
      async (inside) => rate(inside, await orders.lock(inside, orderId), late),
      null,
    );
    await travelTo(new Date(clock.now().getTime() + 3 * day));
    await drain();
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'closed' });
    expect((await unit.do(readContests, { orderId })).abilities).toEqual(['ask']);
    await travelTo(new Date(clock.now().getTime() + 14 * day));
    await drain();
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'archived' });
  }),
);
