import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { readTask } from '../../../test/use-cases.ts';
import type { Context } from '../../platform/context.ts';
import { encrypt } from '../../platform/secrets.ts';
import { registerPeer } from '../exchange/index.ts';
import { readMeeting } from '../meetings/index.ts';
import './police-adapter.ts';
import { listConsultations, planConsultation, proposeConsultation } from './consultations.ts';
import { recordMediation } from './mediations.ts';
import { linkageFigures, orderLinkage } from './read-linkage.ts';
import { reportClue } from './report-clue.ts';

const police = (ctx: Context) =>
  registerPeer(ctx, {
    ...{ code: 'police-110', name: '示例110', adapter: 'police-110', net: null, unit_code: null },
    ...{ base_url: 'http://127.0.0.1:9', own_code: 'us', scheme: 'hmac-sha256', peer_key: null },
    ...{ secret_enc: encrypt(ctx.keys, 'x'.repeat(32)), is_on: true, per_minute: 1000 },
  });

const mediation = {
  place: '派出所调解室',
  parties: [
    { role: 'requester' as const, count: 2 },
    { role: 'company' as const, count: 1 },
  ],
  ours: '热线中心法务岗',
  theirs: '派出所调解民警岗',
  result: 'agreed' as const,
  words: '双方同意月底前补发工资,分两次付清。',
};
const whole = { from: '2026-01-01', until: '2026-12-31' };

test(
  'a mediation of both lines stays on the order with its agreement and what follows, and joins the sums',
  inCity(async ({ as, system, anOrder }) => {
    await system.do((ctx) => police(ctx), null);
    const { orderId } = await anOrder.inProgress();
    const lead = as('shift-lead');
    await expect(lead.do(recordMediation, { orderId, ...mediation })).rejects.toMatchObject({
      code: 'linkage.not-linked',
    });
    await lead.do(reportClue, { orderId, words: '工人聚集讨薪', risk: 'high' });
    const task = { title: '盯住补发工资', wanted: '核实工资是否到账' };
    const followUp = { ...task, unit: '350600.rsj', finishOn: '2026-03-31' };
    await lead.do(recordMediation, { orderId, ...mediation, followUp });
    const { mediations, mayMediate } = await lead.do(orderLinkage, { orderId });
    expect(mayMediate).toBe(true);
    expect(mediations).toMatchObject([mediation]);
    const given = await lead.do(readTask, { taskId: mediations[0]?.taskId ?? '' });
    expect(given).toMatchObject(task);
    const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };
    expect((await as('handler', bureau).do(orderLinkage, { orderId })).mediations).toEqual([]);
    await lead.do(recordMediation, { orderId, ...mediation, result: 'continued' });
    const { rows } = await as('director').do(linkageFigures, whole);
    const row = rows.find(({ act }) => act === 'mediated');
    expect(row).toMatchObject({ mechanism: 'mediation', asked: 2, accepted: 1, done: 1 });
  }),
);

test(
  'a consultation is proposed from what is open between both lines; a person picks, and it is a meeting with its orders',
  inCity(async ({ as, system, ctx, anOrder }) => {
    await system.do((own) => police(own), null);
    const risky = await anOrder.inProgress();
    const calm = await anOrder.inProgress();
    const kept = await anOrder.inProgress({ secrecy: 1 });
    const lead = as('shift-lead');
    await lead.do(reportClue, { orderId: risky.orderId, words: '多人聚集', risk: 'high' });
    const { rows, can } = await lead.do(proposeConsultation, {});
    expect(can.plan).toBe(true);
    expect(rows.find(({ orderId }) => orderId === risky.orderId)?.reasons).toEqual(['clue']);
    expect(rows.some(({ orderId }) => orderId === calm.orderId)).toBe(false);
    const { meetingId } = await lead.do(planConsultation, {
      startsAt: new Date(ctx.now.getTime() + 3_600_000).toISOString(),
      place: '热线中心三楼',
      units: ['350600.jj110'],
      orderIds: [risky.orderId, kept.orderId],
    });
    // Whoever is invited reads the agenda, with the order or without.
    const { agenda } = await lead.do(readMeeting, { meetingId });
    expect(agenda[0]?.title).toMatch(/^\S+ .+$/);
    expect(agenda[1]?.title).toContain('保密工单');
    const listed = await lead.do(listConsultations, {});
    expect(listed.rows).toMatchObject([{ meetingId, state: 'planned', decisions: 0, open: [] }]);
    const figures = await as('director').do(linkageFigures, whole);
    expect(figures.rows.find(({ act }) => act === 'session')).toMatchObject({
      mechanism: 'consult',
      asked: 1,
    });
  }),
);
