import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { finishVisit } from '../../../test/use-cases.ts';

import { newEntry } from './change-links.ts';
import { farm, season } from './example-campaign.ts';
import { inspectEntry, listInspections, superviseEntry } from './inspect-entry.ts';
import { openCampaign } from './open-campaign.ts';
import { readEntry } from './read-entries.ts';
import { readForce } from './read-force.ts';
import { addMember, endMember, giveCampaignTask, planConsultation } from './task-force.ts';
import { listSeats, readSeatedOrder, readWorkspace } from './workspace.ts';

const water = { unitCode: '350600.slj', unitPath: '350600/350600.slj' };
const reason = '看过内容,属于同一处。';
const terms = [...season.terms];

test(
  'a member of the task force sees the appeals of the topic and nothing else, without who told of them, until they leave',
  inCity(async ({ as, anOrder }) => {
    const [director, analyst] = [as('director'), as('analyst')];
    const orders = [];
    for (let no = 1; no <= 3; no += 1) orders.push((await anOrder.toDispatch(farm(no))).id);
    const secret = (await anOrder.toDispatch({ ...farm(4), secrecy: 1 })).id;
    const other = (await anOrder.toDispatch()).id;
    const { campaignId } = await director.do(openCampaign, { ...season, terms });
    const listed = { campaignId, name: '村口养鸡场', orderIds: [...orders, secret], reason };
    await analyst.do(newEntry, listed);
    const member = as('handler', water);
    const asked = { campaignId };
    await expect(member.do(readWorkspace, asked)).rejects.toMatchObject({
      code: 'campaigns.not-seated',
    });
    const seat = { campaignId, unit: water.unitCode, role: 'member', seat: '三楼专班席' } as const;
    const { memberId } = await analyst.do(addMember, seat);
    await expect(analyst.do(addMember, seat)).rejects.toMatchObject({
      code: 'campaigns.member-already',
    });
    const stranger = { ...seat, accountId: '00000000-0000-7000-8000-000000000001' };
    await expect(analyst.do(addMember, stranger)).rejects.toMatchObject({
      code: 'campaigns.not-the-person',
    });
    expect((await member.do(listSeats, undefined)).rows).toMatchObject([{ id: campaignId }]);
    const { entries } = await member.do(readWorkspace, asked);
    const seen = entries.flatMap((entry) => entry.orders.map(({ id }) => id));
    expect(seen.toSorted()).toEqual(orders.toSorted());
    const one = await member.do(readSeatedOrder, { ...asked, orderId: orders[0] ?? '' });
    expect(one.content).toContain('养鸡场');
    for (const hidden of [secret, other])
      await expect(member.do(readSeatedOrder, { ...asked, orderId: hidden })).rejects.toMatchObject(
        { code: 'orders.no-such-order' },
      );

    await analyst.do(endMember, { memberId, reason: '任务完成,撤回原单位。' });
    await expect(analyst.do(endMember, { memberId, reason: '再撤一次。' })).rejects.toMatchObject({
      code: 'campaigns.no-such-member',
    });
    await expect(member.do(readWorkspace, asked)).rejects.toMatchObject({
      code: 'campaigns.not-seated',
    });
    expect((await analyst.do(readForce, asked)).members).toMatchObject([
      { unit: { code: water.unitCode }, outReason: '任务完成,撤回原单位。' },
    ]);
  }),
);

test(
  'the task force meets about chosen problems, tasks have owners, and what a visit finds moves the problem',
  inCity(async ({ as, ctx, drain, anOrder }) => {
    const [director, analyst] = [as('director'), as('analyst')];
    const order = await anOrder.inProgress(farm(1));
    const { campaignId } = await director.do(openCampaign, { ...season, terms });
    const listed = { campaignId, name: '村口养鸡场', orderIds: [order.orderId], reason };
    const { entryId } = await analyst.do(newEntry, listed);
    const startsAt = new Date(ctx.now.getTime() + 3_600_000).toISOString();
    const meeting = { campaignId, place: '中心会议室', startsAt, entryIds: [entryId] };
    await expect(analyst.do(planConsultation, meeting)).rejects.toMatchObject({
      code: 'campaigns.no-force',
    });
    const seat = { campaignId, unit: water.unitCode, role: 'lead', seat: '' } as const;
    await analyst.do(addMember, seat);
    await analyst.do(planConsultation, meeting);
    await analyst.do(giveCampaignTask, {
      campaignId,
      purpose: 'report',
      title: '养殖污染调研专报',
      wanted: '写明成因、做法和长效建议。',
      unit: water.unitCode,
      limit: { kind: 'working-days', days: 10 },
    });
    const force = await analyst.do(readForce, { campaignId });
    expect(force.meetings).toMatchObject([{ state: 'planned', units: 1 }]);
    expect(force.tasks).toMatchObject([{ purpose: 'report', state: 'given' }]);

    const supervising = {
      entryId,
      orderIds: [order.orderId],
      level: 'S2' as const,
      instrument: 'notice' as const,
      reason: '多次反映仍未整改。',
      demands: '五日内报告整改情况。',
    };
    expect(await director.do(superviseEntry, supervising)).toEqual({ supervised: 1 });
    const visitor = { unitCode: '350600.zx', unitPath: '350600/350600.zx' };
    const visits = async (outcome: 'fixed' | 'not-fixed') => {
      const { visitId } = await analyst.do(inspectEntry, {
        entryId,
        checklist: 'livestock',
        visitorUnit: visitor.unitCode,
        place: '村口养鸡场',
        what: '看污水去了哪里。',
        visitBy: '2026-03-10',
      });
      await as('supervisor', visitor).do(finishVisit, {
        visitId,
        clientId: ctx.newId(),
        photos: 0,
        ticks: filled(ctx.now.toISOString()),
        outcome,
        findings: '现场看到的情况。',
        answerIsFalse: false,
        seenAt: ctx.now.toISOString(),
      });
      await drain();
      await drain();
      return (await analyst.do(readEntry, { entryId })).state;
    };
    expect(await visits('not-fixed')).toBe('inspected');
    expect(await visits('not-fixed')).toBe('not-rectified');
    expect(await visits('fixed')).toBe('rectified');
    expect((await analyst.do(listInspections, { entryId })).rows).toHaveLength(3);
    expect((await analyst.do(readEntry, { entryId })).supervisions).toBe(1);
  }),
);

const filled = (seenAt: string) =>
  ['pit-covered', 'rain-apart'].map((code) => ({ code, value: true, note: '', seenAt }));
