import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPerson } from '../../demo/invented.ts';
import { newEntry } from './change-links.ts';
import { handOverDossier, readDossier, signDossier, writeDossier } from './dossiers.ts';
import { farm, season } from './example-campaign.ts';
import { superviseEntry } from './inspect-entry.ts';
import { moveEntry } from './move-entry.ts';
import { openCampaign } from './open-campaign.ts';
import { publicCampaigns } from './public-campaigns.ts';
import {
  listPublicTexts,
  signPublicText,
  withdrawPublicText,
  writePublicText,
} from './public-texts.ts';
import { readCampaign } from './read-campaigns.ts';
import { readEntry } from './read-entries.ts';

const reason = '看过内容,属于同一处。';
const terms = [...season.terms];
const { name, phone } = inventedPerson('dossier');
const facts = '村口养鸡场粪污直排水沟,两次督办后仍未建成处理设施,群众多次反映。';

test(
  'a dossier leaves only when nothing in it leads to a person and everybody has signed this very wording',
  inCity(async ({ as, ctx, anOrder, travelTo }) => {
    const account = (id: number) => ({ accountId: `00000000-0000-7000-8000-00000000000${id}` });
    const [director, analyst] = [as('director', account(1)), as('analyst', account(2))];
    const requester = { kind: 'person' as const, isSelf: true, tags: [], name, phone };
    const orders: string[] = [];
    for (const no of [1, 2])
      orders.push((await anOrder.inProgress({ ...farm(no), requester })).orderId);
    const { campaignId } = await director.do(openCampaign, { ...season, terms });
    const listed = { campaignId, name: '村口养鸡场', orderIds: orders, reason };
    const { entryId } = await analyst.do(newEntry, listed);
    const written = { entryId, facts: `${facts}联系人${name},电话${phone}。`, unit: '350600.sthj' };
    const refused = (asked: Promise<unknown>, code: string) =>
      expect(asked).rejects.toMatchObject({ code });
    await refused(analyst.do(writeDossier, written), 'campaigns.not-a-step');
    await analyst.do(moveEntry, { entryId, to: 'inspected', reason });
    await analyst.do(moveEntry, { entryId, to: 'not-rectified', reason });
    await refused(analyst.do(writeDossier, written), 'campaigns.twice-supervised');
    const press = (level: 'S2' | 'S3', instrument: 'notice' | 'work-reminder') =>
      director.do(superviseEntry, {
        ...{ entryId, orderIds: orders, level, instrument },
        reason: '多次反映仍未整改。',
        demands: '五日内报告整改情况。',
      });
    await press('S2', 'notice');
    // Two appeals pressed at once are one supervision of the problem.
    await refused(analyst.do(writeDossier, written), 'campaigns.twice-supervised');
    await travelTo(new Date(ctx.now.getTime() + 86_400_000));
    await press('S3', 'work-reminder');
    const byHand = { entryId, to: 'to-media' as const, reason };
    await refused(analyst.do(moveEntry, byHand), 'campaigns.by-dossier');
    expect((await analyst.do(readEntry, { entryId })).next).toEqual(['rectified']);
    const { dossierId } = await analyst.do(writeDossier, written);
    const seen = (await analyst.do(readDossier, { entryId })).dossier;
    expect(seen?.scan.map(({ kind }) => kind).toSorted()).toEqual(['name', 'phone']);
    const sign = async (
      who: typeof director,
      part: 'redaction' | 'legal' | 'unit-comment' | 'consent' | 'schedule',
      more: { factsNo?: number; on?: string } = {},
    ) => {
      const factsNo = (await analyst.do(readDossier, { entryId })).dossier?.factsNo ?? 0;
      const own = { dossierId, part, words: '已看过,同意。', nobody: [name] };
      return who.do(signDossier, { ...own, factsNo, ...more });
    };
    // A requester's own name is never nobody's.
    await refused(sign(director, 'redaction'), 'campaigns.scan-finds');
    await analyst.do(writeDossier, { ...written, facts });
    await refused(sign(analyst, 'redaction'), 'identity.not-permitted');
    const own = await as('director', account(2));
    await refused(sign(own, 'redaction'), 'campaigns.own-words');
    for (const part of ['redaction', 'legal', 'unit-comment'] as const) await sign(director, part);
    await refused(analyst.do(handOverDossier, { dossierId }), 'campaigns.sign-missing');
    await sign(director, 'consent');
    // Written anew, everything is signed anew, and nobody signs what was written after they looked.
    await analyst.do(writeDossier, { ...written, facts: `${facts}至今未改。` });
    await refused(sign(director, 'redaction', { factsNo: 2 }), 'campaigns.dossier-rewritten');
    await refused(analyst.do(handOverDossier, { dossierId }), 'campaigns.sign-missing');
    for (const part of ['redaction', 'legal', 'unit-comment', 'consent'] as const)
      await sign(director, part);
    expect((await analyst.do(handOverDossier, { dossierId })).text).toContain('至今未改');
    await refused(sign(director, 'legal'), 'campaigns.dossier-stage');
    // Media come when they can: the day of filming moves also after the facts have left.
    await sign(analyst, 'schedule', { on: '2026-03-18' });
    const seenNo = { dossierId, factsNo: 3, nobody: [] };
    const shown = { ...seenNo, part: 'broadcast' as const, words: '已播出,见链接。' };
    await refused(analyst.do(signDossier, shown), 'campaigns.part-needs-day');
    const on = '2026-03-20';
    await refused(analyst.do(signDossier, { ...shown, on }), 'campaigns.part-needs-day');
    const link = 'https://example.org/wenxiao/1';
    // Only what has been shown: a day ahead belongs into the plan.
    await refused(analyst.do(signDossier, { ...shown, on, link }), 'campaigns.day-ahead');
    await travelTo(new Date(`${on}T04:00:00Z`));
    await analyst.do(signDossier, { ...shown, on, link });
    const { dossier: after } = await analyst.do(readDossier, { entryId });
    expect(after?.signs.at(-1)).toMatchObject({ part: 'broadcast', on, link });
    const { funnel } = await analyst.do(readCampaign, { campaignId });
    expect(funnel).toMatchObject({ addsUp: true, toMedia: { problems: 1, appeals: 2 } });
    // It comes back: what left the centre is not written over.
    await analyst.do(moveEntry, { entryId, to: 'rectified', reason });
    await analyst.do(moveEntry, { entryId, to: 'not-rectified', reason });
    await refused(analyst.do(writeDossier, { ...written, facts }), 'campaigns.dossier-stage');
    const unknown = '00000000-0000-7000-8000-000000000009';
    await refused(analyst.do(handOverDossier, { dossierId: unknown }), 'campaigns.no-such-dossier');
  }),
);

test(
  'the public page shows what a second person signed, and no more',
  inCity(async ({ as, anOrder }) => {
    const account = (id: number) => ({ accountId: `00000000-0000-7000-8000-00000000000${id}` });
    const [director, analyst] = [as('director', account(1)), as('analyst', account(2))];
    const requester = { kind: 'person' as const, isSelf: true, tags: [], name, phone };
    const { id } = await anOrder.toDispatch({ ...farm(1), requester });
    const { campaignId } = await director.do(openCampaign, { ...season, terms });
    const { entryId } = await analyst.do(newEntry, {
      campaignId,
      name: '村口养鸡场',
      orderIds: [id],
      reason,
    });
    const open = async () => (await as('agent').do(publicCampaigns, undefined)).rows;
    expect(await open()).toEqual([]);
    const write = (words: string, more: object) =>
      analyst.do(writePublicText, { campaignId, title: '养殖污染整治', words, ...more });
    const { textId: bad } = await write(`感谢${name}反映。`, { entryId });
    const sign = (who: typeof director, textId: string) =>
      who.do(signPublicText, { textId, nobody: [] });
    await expect(sign(director, bad)).rejects.toMatchObject({ code: 'campaigns.scan-finds' });
    // Words of the whole campaign as well: whoever told of any of its problems is not thanked by name.
    const { textId: thanks } = await write(`感谢${name}等反映。`, {});
    const asNobody = { textId: thanks, nobody: [name] };
    await expect(director.do(signPublicText, asNobody)).rejects.toMatchObject({
      code: 'campaigns.scan-finds',
    });
    const { textId } = await write('本季度集中整治养殖污染。', {});
    await expect(sign(as('director', account(2)), textId)).rejects.toMatchObject({
      code: 'campaigns.own-words',
    });
    await sign(director, textId);
    await expect(sign(director, textId)).rejects.toMatchObject({ code: 'campaigns.text-settled' });
    const { textId: one } = await write('粪污池已加盖,雨水污水分开。', { entryId });
    await sign(director, one);
    expect(await open()).toMatchObject([
      {
        problems: 1,
        open: 1,
        progress: [{ words: '粪污池已加盖,雨水污水分开。', isRectified: false }],
      },
    ]);
    expect((await analyst.do(listPublicTexts, { campaignId })).rows).toHaveLength(4);
    await analyst.do(moveEntry, { entryId, to: 'aside', reason });
    expect((await open())[0]).toMatchObject({ problems: 0, progress: [] });
    await director.do(withdrawPublicText, { textId });
    expect(await open()).toEqual([]);
    const unknown = '00000000-0000-7000-8000-000000000009';
    await expect(sign(director, unknown)).rejects.toMatchObject({ code: 'campaigns.no-such-text' });
  }),
);
