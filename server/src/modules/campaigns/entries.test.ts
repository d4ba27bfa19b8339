import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { addToEntry, mergeEntry, newEntry, splitEntry, takeFromEntry } from './change-links.ts';
import { farm, season } from './example-campaign.ts';
import { moveEntry, nameEntry } from './move-entry.ts';
import { closeCampaign, openCampaign } from './open-campaign.ts';
import { listCampaigns, readCampaign } from './read-campaigns.ts';
import { listEntries, readEntry } from './read-entries.ts';

const reason = '看过内容,属于同一处。';
const terms = [...season.terms];

test(
  'the funnel re-adds at every step and at any past instant, whatever is split, merged, moved or taken out',
  inCity(async ({ as, ctx, anOrder, travelTo }) => {
    const orders = [];
    for (let no = 1; no <= 6; no += 1) orders.push((await anOrder.toDispatch(farm(no))).id);
    const [director, analyst] = [as('director'), as('analyst')];
    const { campaignId } = await director.do(openCampaign, { ...season, terms });
    const made = { campaignId, name: '村口养鸡场', orderIds: orders.slice(0, 4), reason };
    const { entryId } = await analyst.do(newEntry, made);
    const { entryId: other } = await analyst.do(newEntry, {
      ...made,
      name: '溪边养鸡场',
      orderIds: orders.slice(4),
    });
    const seen: { at: string; numbers: unknown }[] = [];
    const look = async () => {
      const { funnel } = await analyst.do(readCampaign, { campaignId });
      expect(funnel.addsUp).toBe(true);
      const { at, ...numbers } = funnel;
      seen.push({ at, numbers });
      await travelTo(new Date(new Date(at).getTime() + 60_000));
      return numbers;
    };
    expect(await look()).toMatchObject({
      all: { problems: 2, appeals: 6 },
      open: { problems: 2, appeals: 6 },
      inspected: { problems: 0, appeals: 0 },
    });
    const split = { entryId, orderIds: orders.slice(0, 1), name: '村尾养鸡场', reason };
    const { entryId: tail } = await analyst.do(splitEntry, split);
    expect((await look()).all).toEqual({ problems: 3, appeals: 6 });
    await analyst.do(mergeEntry, { entryId: tail, intoId: other, reason });
    expect((await look()).all).toEqual({ problems: 2, appeals: 6 });
    await analyst.do(takeFromEntry, { entryId, orderIds: [orders[1] ?? ''], reason });
    expect((await look()).all).toEqual({ problems: 2, appeals: 5 });
    await analyst.do(addToEntry, { entryId: other, orderIds: [orders[1] ?? ''], reason });
    await analyst.do(moveEntry, { entryId, to: 'inspected', reason });
    await analyst.do(moveEntry, { entryId, to: 'rectified', reason });
    expect(await look()).toMatchObject({
      all: { problems: 2, appeals: 6 },
      inspected: { problems: 1, appeals: 2 },
      rectified: { problems: 1, appeals: 2 },
      open: { problems: 1, appeals: 4 },
    });
    await analyst.do(moveEntry, { entryId, to: 'not-rectified', reason });
    expect((await look()).open).toEqual({ problems: 2, appeals: 6 });
    for (const { at, numbers } of seen) {
      const { funnel } = await analyst.do(readCampaign, { campaignId, at });
      expect(funnel).toEqual({ at, ...(numbers as object) });
    }
    const past = await analyst.do(listEntries, { campaignId, at: seen[1]?.at });
    expect(past.rows.map(({ appeals }) => appeals)).toEqual([3, 2, 1]);
    await analyst.do(nameEntry, { entryId, name: '村口老养鸡场' });
    const read = await analyst.do(readEntry, { entryId });
    expect(read).toMatchObject({ name: '村口老养鸡场', state: 'not-rectified', hidden: 0 });
    expect(read.history.map(({ state }) => state)).toEqual([
      'listed',
      'inspected',
      'rectified',
      'not-rectified',
    ]);
    expect((await as('director').do(listCampaigns, undefined)).rows[0]).toMatchObject({
      problems: 2,
      open: 2,
    });
    expect(ctx.now.getTime()).toBeLessThan(new Date(seen[5]?.at ?? 0).getTime());
  }),
);

test(
  'what does not fit is refused in words',
  inCity(async ({ as, anOrder }) => {
    const [director, analyst] = [as('director'), as('analyst')];
    const open = (differences: object) =>
      director.do(openCampaign, { ...season, terms, ...differences });
    await expect(open({ quarter: undefined })).rejects.toMatchObject({
      code: 'campaigns.quarter-needed',
    });
    await expect(open({ to: '2025-12-31' })).rejects.toMatchObject({
      code: 'campaigns.bad-period',
    });
    const unknown = '00000000-0000-7000-8000-000000000001';
    await expect(open({ snapshotId: unknown })).rejects.toMatchObject({
      code: 'campaigns.no-such-snapshot',
    });
    await expect(open({ templateId: unknown })).rejects.toMatchObject({
      code: 'campaigns.no-such-campaign',
    });
    const [{ campaignId }, { campaignId: second }] = [await open({}), await open({ quarter: 2 })];
    const [one, two] = [(await anOrder.toDispatch()).id, (await anOrder.toDispatch()).id];
    const made = { name: '村口养鸡场', reason };
    const { entryId } = await analyst.do(newEntry, { ...made, campaignId, orderIds: [one] });
    const { entryId: far } = await analyst.do(newEntry, {
      ...made,
      campaignId: second,
      orderIds: [two],
    });
    const refused = async (asked: Promise<unknown>, code: string) =>
      expect(asked).rejects.toMatchObject({ code });
    await refused(
      analyst.do(newEntry, { ...made, campaignId, orderIds: [one] }),
      'campaigns.elsewhere',
    );
    await refused(
      analyst.do(takeFromEntry, { entryId, orderIds: [two], reason }),
      'campaigns.not-in-it',
    );
    await refused(
      analyst.do(splitEntry, { entryId, orderIds: [one], name: '另一处', reason }),
      'campaigns.all-of-it',
    );
    await refused(
      analyst.do(mergeEntry, { entryId, intoId: far, reason }),
      'campaigns.other-campaign',
    );
    await refused(analyst.do(moveEntry, { entryId, to: 'merged', reason }), 'campaigns.not-a-step');
    // Nobody has looked at it yet.
    await refused(
      analyst.do(moveEntry, { entryId, to: 'rectified', reason }),
      'campaigns.not-a-step',
    );
    await refused(analyst.do(readEntry, { entryId: unknown }), 'campaigns.no-such-entry');
    await analyst.do(moveEntry, { entryId, to: 'inspected', reason });
    await analyst.do(moveEntry, { entryId, to: 'not-rectified', reason });
    await refused(
      analyst.do(moveEntry, { entryId, to: 'to-media', reason }),
      'campaigns.twice-supervised',
    );
    await director.do(closeCampaign, { campaignId, reason: '各问题已移交日常办理。' });
    await refused(analyst.do(moveEntry, { entryId, to: 'rectified', reason }), 'campaigns.closed');
  }),
);
