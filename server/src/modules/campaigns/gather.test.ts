import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { takeFromEntry } from './change-links.ts';
import { farm, season } from './example-campaign.ts';
import { gatherAppeals } from './gather.ts';
import { groupCandidates } from './group-candidates.ts';
import { keepGathering } from './keep-gathering.ts';
import { begin, look } from './make-gathering.ts';
import { moveEntry } from './move-entry.ts';
import { openCampaign } from './open-campaign.ts';
import { readCampaign } from './read-campaigns.ts';
import { listEntries, readEntry } from './read-entries.ts';

const others = [
  '小区电梯停运两周,维保单位说等配件。',
  '异地就医怎么备案,父亲在外省住院。',
  '公交车司机没等老人坐稳就开车。',
  '学校门口放学时段堵得走不动。',
  '自来水发黄,烧开有股铁锈味。',
  '楼上装修,周末早上六点就开始敲墙。',
  '路灯坏了半个月没人修,晚上看不见。',
  '工地夜里施工吵得睡不着。',
];

/** The job's parts in the one transaction of the test: by itself it makes its own. */
async function gathered({ system }: Kit, gatheringId: string): Promise<void> {
  const begun = await system.do(begin, gatheringId);
  if (!begun) return;
  const { found, read } = await look((use) => system.do((ctx) => use(ctx), undefined), begun);
  const proposed = groupCandidates(found, begun.groups);
  await system.do(keepGathering, { gatheringId, read, proposed });
}

test(
  'the machine proposes what speaks of the topic; what a person decided stays, the rest is proposed anew',
  inCity(async (kit) => {
    const { as, anOrder } = kit;
    for (let no = 1; no <= 6; no += 1) await anOrder.toDispatch(farm(no));
    for (const content of [...others, ...others.map((words) => `再次反映:${words}`)])
      await anOrder.toDispatch({ content });
    const [director, analyst] = [as('director'), as('analyst')];
    const { campaignId } = await director.do(openCampaign, { ...season, terms: [...season.terms] });
    const { gatheringId } = await analyst.do(gatherAppeals, { campaignId });
    await expect(analyst.do(gatherAppeals, { campaignId })).rejects.toMatchObject({
      code: 'campaigns.gathering',
    });
    await gathered(kit, gatheringId);
    const { rows } = await analyst.do(listEntries, { campaignId });
    expect(rows.map(({ state, appeals }) => [state, appeals])).toEqual([['proposed', 6]]);
    expect(rows[0]?.name).toContain('养鸡场');
    const { gathering, funnel } = await analyst.do(readCampaign, { campaignId });
    expect(gathering).toMatchObject({ state: 'done', read: 22, proposed: 6 });
    // What nobody has accepted is not counted.
    expect(funnel.all).toEqual({ problems: 0, appeals: 0 });

    const entryId = rows[0]?.id ?? '';
    const [{ order: taken } = { order: { id: '' } }] = (await analyst.do(readEntry, { entryId }))
      .orders;
    await analyst.do(takeFromEntry, { entryId, orderIds: [taken.id], reason: '不是这一处。' });
    const again = await analyst.do(gatherAppeals, { campaignId });
    await gathered(kit, again.gatheringId);
    const anew = (await analyst.do(listEntries, { campaignId })).rows;
    expect(anew.map(({ state, appeals }) => [state, appeals])).toEqual([['proposed', 5]]);
    await expect(analyst.do(readEntry, { entryId })).rejects.toMatchObject({
      code: 'campaigns.no-such-entry',
    });
    await analyst.do(moveEntry, { entryId: anew[0]?.id ?? '', to: 'listed', reason: '属实。' });
    const third = await analyst.do(gatherAppeals, { campaignId });
    await gathered(kit, third.gatheringId);
    expect((await analyst.do(listEntries, { campaignId })).rows).toMatchObject([
      { state: 'listed', appeals: 5 },
    ]);
  }),
);
