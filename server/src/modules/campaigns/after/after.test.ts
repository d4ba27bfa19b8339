import { figureWords } from '@minsheng/contract';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../../test/kit.ts';
import { linkOrder, openCell, withdrawFor } from '../../../../test/use-cases.ts';
import { waitOf } from '../../../../test/waiting-kit.ts';
import { historyOf } from '../../../platform/events.ts';
import * as orders from '../../orders/index.ts';
import { newEntry } from '../change-links.ts';
import { farm, season } from '../example-campaign.ts';
import { moveEntry } from '../move-entry.ts';
import { closeCampaign, openCampaign } from '../open-campaign.ts';
import { readCampaign } from '../read-campaigns.ts';
import { compareYears } from './compare-years.ts';
import { yearsSheet } from './export-years.ts';
import { endMeasure, writeMeasure } from './measures.ts';
import { enterPastSeason, listSeasons } from './past-seasons.ts';
import { readAfter } from './read-after.ts';
import { recheckCampaign } from './recheck.ts';

const reason = '看过内容,属于同一处。';
const terms = [...season.terms];
const dayMs = 86_400_000;
const refused = (asked: Promise<unknown>, code: string) =>
  expect(asked).rejects.toMatchObject({ code });

type Kit = Parameters<Parameters<typeof inCity>[0]>[0];

/** A campaign that ended with one rectified problem of two appeals, and one that never was. */
async function ended({ as, anOrder }: Kit) {
  const [director, analyst] = [as('director'), as('analyst')];
  const ids: string[] = [];
  for (let no = 1; no <= 3; no += 1) ids.push((await anOrder.toDispatch(farm(no))).id);
  const { campaignId } = await director.do(openCampaign, { ...season, terms });
  const listed = { campaignId, name: '村口养鸡场', orderIds: ids.slice(0, 2), reason };
  const { entryId } = await analyst.do(newEntry, listed);
  const rest = { ...listed, name: '溪边养鸡场', orderIds: ids.slice(2) };
  const { entryId: open } = await analyst.do(newEntry, rest);
  await analyst.do(moveEntry, { entryId, to: 'inspected', reason });
  await analyst.do(moveEntry, { entryId, to: 'rectified', reason });
  await director.do(closeCampaign, { campaignId, reason: '按清单整改完毕。' });
  return { campaignId, entryId, open, director, analyst, told: ids[0] ?? '' };
}

const days = (at: Date, many: number) => new Date(at.getTime() + many * dayMs);

test(
  'what is told again about the same real thing counts against a rectified problem, and opens it again',
  inCity(async (kit) => {
    const { as, anOrder, ctx, clock } = kit;
    // In this transaction: what has written into a table sees no month another one makes of it.
    await sql`select platform.make_month('2026-06')`.execute(ctx.tx);
    const { campaignId, entryId, open, analyst, director, told } = await ended(kit);
    const since = clock.now();
    const look = () => analyst.do(readAfter, { campaignId });
    expect((await look()).cameBack).toEqual([]);
    expect((await look()).rechecks.map(({ afterDays, isDue }) => [afterDays, isDue])).toEqual([
      [90, false],
      [180, false],
    ]);
    const holds = { campaignId, afterDays: 90 as const, outcome: 'holds' as const };
    const check = { ...holds, words: '逐家看过,没有再排。', entryIds: [] };
    await refused(analyst.do(recheckCampaign, check), 'campaigns.no-recheck');

    clock.set(days(since, 20));
    const { id: again } = await anOrder.toDispatch(farm(9));
    const { id: other } = await anOrder.toDispatch(farm(10));
    const issueId = (await orders.find(ctx, told))?.issue_id ?? '';
    await as('analyst').do(linkOrder, { issueId, orderId: again, reason });
    expect(other).not.toBe(again);
    // Nobody told of what we went to see by ourselves.
    const { id: own } = await anOrder.toDispatch({ ...farm(12), channel: 'proactive' });
    await as('analyst').do(linkOrder, { issueId, orderId: own, reason });
    expect((await look()).cameBack).toMatchObject([
      { entryId, appeals: 1, orders: [{ id: again }] },
    ]);

    clock.set(days(since, 91));
    // Told after the ninetieth day: the live list has it, the re-check of that day has not.
    const { id: late } = await anOrder.toDispatch(farm(11));
    await as('analyst').do(linkOrder, { issueId, orderId: late, reason });
    expect((await look()).cameBack).toMatchObject([{ appeals: 2 }]);
    const back = { ...check, outcome: 'came-back' as const, words: '又开始直排,重新整治。' };
    await refused(analyst.do(recheckCampaign, back), 'campaigns.recheck-names');
    await refused(
      analyst.do(recheckCampaign, { ...check, entryIds: [entryId] }),
      'campaigns.recheck-names',
    );
    await refused(
      analyst.do(recheckCampaign, { ...back, entryIds: [open] }),
      'campaigns.recheck-names',
    );
    await analyst.do(recheckCampaign, { ...back, entryIds: [entryId] });
    expect((await look()).rechecks).toMatchObject([
      { afterDays: 90, outcome: 'came-back', problems: 1, appeals: 1 },
    ]);
    expect(await analyst.do(readCampaign, { campaignId })).toMatchObject({
      state: 'running',
      closedAt: null,
      funnel: { open: { problems: 2 }, addsUp: true },
    });

    // It runs again: nothing of its first end is waited for, not even when it has ended anew.
    expect(await waitOf(kit, campaignId, 'campaign-recheck')).toBeNull();
    await analyst.do(moveEntry, { entryId, to: 'rectified', reason });
    await director.do(closeCampaign, { campaignId, reason: '再次整改完毕。' });
    clock.set(days(since, 200));
    await analyst.do(recheckCampaign, check);
    await refused(analyst.do(recheckCampaign, check), 'campaigns.no-recheck');
    expect((await look()).rechecks.map(({ outcome }) => outcome)).toEqual([
      'came-back',
      'holds',
      null,
    ]);
  }),
);

test(
  'an appeal about what two problems had in common came back once; what is no appeal any more did not',
  inCity(async (kit) => {
    const { as, anOrder, ctx, clock } = kit;
    await sql`select platform.make_month('2026-06')`.execute(ctx.tx);
    const [director, analyst] = [as('director'), as('analyst')];
    const one = (await anOrder.toDispatch(farm(1))).id;
    const other = (await anOrder.toDispatch(farm(2))).id;
    const issueId = (await orders.find(ctx, one))?.issue_id ?? '';
    await analyst.do(linkOrder, { issueId, orderId: other, reason });
    const { campaignId } = await director.do(openCampaign, { ...season, terms });
    for (const id of [one, other]) {
      const listed = { campaignId, name: '村口养鸡场', orderIds: [id], reason };
      const { entryId } = await analyst.do(newEntry, listed);
      await analyst.do(moveEntry, { entryId, to: 'inspected', reason });
      await analyst.do(moveEntry, { entryId, to: 'rectified', reason });
    }
    await director.do(closeCampaign, { campaignId, reason: '按清单整改完毕。' });
    const since = clock.now();
    clock.set(days(since, 20));
    const again = (await anOrder.toDispatch(farm(9))).id;
    const gone = (await anOrder.toDispatch(farm(10))).id;
    for (const orderId of [again, gone]) await analyst.do(linkOrder, { issueId, orderId, reason });
    await as('agent').do(withdrawFor, { orderId: gone, reason: '不用办了。' });
    const { cameBack } = await analyst.do(readAfter, { campaignId });
    expect(cameBack).toMatchObject([{ appeals: 1 }, { appeals: 1 }]);
    clock.set(days(since, 91));
    const holds = { campaignId, afterDays: 90 as const, outcome: 'holds' as const, entryIds: [] };
    await analyst.do(recheckCampaign, { ...holds, words: '逐家看过,没有再排。' });
    expect((await analyst.do(readAfter, { campaignId })).rechecks[0]).toMatchObject({
      problems: 2,
      appeals: 1,
    });
  }),
);

test(
  'a re-check nobody makes is told of, first to the analysts',
  inCity(async (kit) => {
    const { campaignId, analyst } = await ended(kit);
    const { clock, drain, travelTo, ctx } = kit;
    const lates = async () => {
      const all = await historyOf(ctx, { kind: 'campaign', id: campaignId }, days(clock.now(), 1));
      return all.filter(({ type }) => type === 'waits.late').map(({ data }) => data.step);
    };
    const due = (await waitOf(kit, campaignId, 'campaign-recheck'))?.due ?? clock.now();
    expect(due > days(clock.now(), 99)).toBe(true);
    await travelTo(new Date(due.getTime() - 1));
    await drain();
    expect(await lates()).toEqual([]);
    await travelTo(due);
    await drain();
    await drain();
    expect(await lates()).toEqual([1]);
    const check = { campaignId, afterDays: 90 as const, outcome: 'holds' as const, entryIds: [] };
    await analyst.do(recheckCampaign, { ...check, words: '逐家看过,没有再排。' });
    await travelTo(days(due, 60));
    await drain();
    expect(await lates()).toEqual([1]);
  }),
);

test(
  'what stays is entered with what it changed, also after the end, and is ended with a reason',
  inCity(async (kit) => {
    const { campaignId, analyst } = await ended(kit);
    const rule = {
      ...{ campaignId, kind: 'rule' as const, title: '养殖场粪污处理验收办法', documentNo: '' },
      ...{ unit: '350600.sthj', matters: [], inForceOn: '2026-05-01', words: '先验收后投产。' },
    };
    const { measureId } = await analyst.do(writeMeasure, rule);
    const catalogue = { ...rule, kind: 'catalogue' as const };
    await refused(analyst.do(writeMeasure, catalogue), 'campaigns.measure-names');
    await refused(
      analyst.do(writeMeasure, { ...catalogue, matters: ['999999'] }),
      'city.no-such-matter',
    );
    const entry = { ...rule, kind: 'knowledge' as const };
    await refused(analyst.do(writeMeasure, entry), 'campaigns.measure-names');
    const unknown = { ...entry, knowledgeCode: 'ZZ-none' };
    await refused(analyst.do(writeMeasure, unknown), 'knowledge.no-such-entry');
    await analyst.do(writeMeasure, { ...entry, knowledgeCode: 'ZZ-0601-01', matters: ['010105'] });
    await analyst.do(endMeasure, { measureId, reason: '已被新办法代替。' });
    const again = { measureId, reason: '已被新办法代替。' };
    await refused(analyst.do(endMeasure, again), 'campaigns.no-such-measure');
    const { measures } = await analyst.do(readAfter, { campaignId });
    expect(measures).toMatchObject([
      { title: rule.title, endedReason: '已被新办法代替。' },
      { knowledge: { code: 'ZZ-0601-01' }, matters: [{ code: '010105' }], endedReason: null },
    ]);
  }),
);

test(
  'a year’s campaign stands beside the same days a year before, a season does not',
  inCity(async ({ as, anOrder, drain, clock, travelTo }) => {
    const director = as('director');
    const begun = clock.now();
    for (let no = 1; no <= 31; no += 1) await anOrder.toDispatch(farm(no));
    await drain();
    const day = (at: Date) => at.toISOString().slice(0, 10);
    const from = day(days(begun, -1));
    const kind = { kind: 'year' as const, title: '热线优化提升年', theme: '五个维度' };
    const { campaignId } = await director.do(openCampaign, {
      ...{ ...kind, year: Number(from.slice(0, 4)), from, to: day(days(begun, 1)) },
      ...{ why: '全年提升五个维度。', terms: ['热线'] },
    });
    const young = await director.do(openCampaign, {
      ...{ ...kind, title: '今天开始的年度行动', year: Number(from.slice(0, 4)) },
      ...{ from: day(begun), to: day(days(begun, 1)), why: '全年提升。', terms: ['热线'] },
    });
    await refused(director.do(compareYears, young), 'campaigns.year-too-young');
    // Today is not over: it would stand beside a whole day of last year.
    expect((await director.do(compareYears, { campaignId })).during.to).toBe(from);
    await travelTo(days(begun, 1));
    const { before, during, dimensions } = await director.do(compareYears, { campaignId });
    expect(during.to).toBe(day(begun));
    expect(before.from.slice(0, 4)).toBe(String(Number(during.from.slice(0, 4)) - 1));
    const figures = dimensions.flatMap((one) => one.figures);
    const told = figures.find(({ key }) => key === 'K43');
    expect(told).toMatchObject({
      before: { denominator: 0, hasRate: false },
      during: { denominator: 31, hasRate: true },
    });
    // Nothing was told a year before: there is no better or worse.
    expect(told?.isBetter).toBeNull();
    // What a figure says is what its list holds.
    const opened = await director.do(openCell, {
      ...{ ...during, figure: 'K43', part: 'denominator' },
    });
    expect(opened.rows).toHaveLength(31);
    const asked = { campaignId, purpose: '年度总结' };
    const { rows, about: said } = await director.do(yearsSheet, asked);
    expect(rows.find(([, name]) => name === figureWords('K43').name)).toEqual([
      ...['有特色', figureWords('K43').name, '比率', 0, 0, '无数据', 0, 31, '0.00%', ''],
    ]);
    expect(rows.filter(([, name]) => name === '年度任务(完成/交办)')).toHaveLength(5);
    expect(said.lines).toEqual(expect.arrayContaining([expect.stringContaining('年度总结')]));
    expect(said.lines).toContain(`去年同期 ${before.from} 至 ${before.to}`);
    await refused(as('liaison').do(yearsSheet, asked), 'identity.not-permitted');
    const { campaignId: seasonId } = await director.do(openCampaign, { ...season, terms });
    await refused(director.do(compareYears, { campaignId: seasonId }), 'campaigns.not-a-year');
  }),
);

test(
  'a season from before this system is typed with its source, and never where ours stands',
  inCity(async ({ as }) => {
    const director = as('director');
    const typed = {
      ...{
        year: 2023,
        quarter: 1,
        title: '讨薪维权',
        theme: '讨薪维权',
        appeals: 120,
        problems: 9,
      },
      ...{ rectified: 9, toMedia: 1, source: '当年的工作总结' },
    };
    await director.do(enterPastSeason, typed);
    await director.do(enterPastSeason, { ...typed, appeals: 121 });
    const wrong = { ...typed, rectified: 10 };
    await refused(director.do(enterPastSeason, wrong), 'campaigns.season-sums');
    const ahead = { ...typed, year: 2090 };
    await refused(director.do(enterPastSeason, ahead), 'campaigns.season-ahead');
    await director.do(openCampaign, { ...season, terms, year: 2024 });
    const ours = { ...typed, year: 2024 };
    await refused(director.do(enterPastSeason, ours), 'campaigns.season-here');
    const { rows } = await director.do(listSeasons, null);
    expect(rows).toMatchObject([
      { year: 2024, quarter: 1, source: null },
      { year: 2023, quarter: 1, appeals: 121, campaignId: null, source: typed.source },
    ]);
  }),
);
