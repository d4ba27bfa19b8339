import { writeMeasure } from '../../src/modules/campaigns/after/measures.ts';
import { newEntry } from '../../src/modules/campaigns/change-links.ts';
import { openCampaign } from '../../src/modules/campaigns/open-campaign.ts';
import { writePublicText } from '../../src/modules/campaigns/public-texts.ts';
import { rankTopics } from '../../src/modules/campaigns/rank-topics.ts';
import { addMember } from '../../src/modules/campaigns/task-force.ts';
import type { Doing } from './objects.ts';
import { units } from './people.ts';
import type { Campaigns, Probe, Probes } from './probe.ts';

const words = { name: '权限测试问题', reason: '权限测试' };
const season = {
  kind: 'season',
  title: '权限测试专题',
  theme: '权限测试',
  year: 2026,
  quarter: 1,
  from: '2026-01-01',
  to: '2026-03-31',
  why: '权限测试',
  terms: ['测试'],
} as const;

/** A campaign with two problems: one of two orders, one of none. */
export async function makeCampaigns(doing: Doing, orderIds: readonly string[]): Promise<Campaigns> {
  const { snapshotId } = await doing.system((ctx) => rankTopics(ctx, { year: 2026, quarter: 1 }));
  const opening = { ...season, terms: [...season.terms] };
  const { campaignId } = await doing.system((ctx) => openCampaign(ctx, opening));
  const put = (ids: readonly string[]) =>
    doing.system((ctx) => newEntry(ctx, { ...words, campaignId, orderIds: [...ids] }));
  const { entryId } = await put(orderIds);
  const { entryId: otherId } = await put([]);
  const seat = { campaignId, unit: units.bureau, role: 'member', seat: '' } as const;
  const { memberId } = await doing.system((ctx) => addMember(ctx, seat));
  const text = { campaignId, title: '权限测试', words: '权限测试用的一句话。' };
  const { textId } = await doing.system((ctx) => writePublicText(ctx, text));
  const measure = { campaignId, kind: 'rule', title: '权限测试', unit: units.bureau } as const;
  const stays = { ...measure, documentNo: '', matters: [], inForceOn: '2027-01-01', words: '测试' };
  const { measureId } = await doing.system((ctx) => writeMeasure(ctx, stays));
  return { campaignId, snapshotId, entryId, otherId, memberId, textId, measureId, orderIds };
}

const onCampaign = (body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { campaignId: fixtures.campaigns.campaignId }, body }),
});
const onEntry = (bodyOf: (one: Campaigns) => unknown): Probe => ({
  request: ({ fixtures: { campaigns } }) => ({
    params: { entryId: campaigns.entryId },
    body: bodyOf(campaigns),
  }),
});
const onDossier = (body?: unknown): Probe => ({
  request: () => ({ params: { dossierId: '00000000-0000-7000-8000-000000000001' }, body }),
});
const onText = (body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { textId: fixtures.campaigns.textId }, body }),
});
const { reason } = words;
const first = ({ orderIds }: Campaigns) => orderIds.slice(0, 1);

export const campaignProbes: Probes = {
  'POST /campaigns/snapshots': { request: () => ({ body: { year: 2026, quarter: 1 } }) },
  'GET /campaigns/snapshots': { request: () => ({}) },
  'GET /campaigns/snapshots/:snapshotId': {
    request: ({ fixtures }) => ({ params: { snapshotId: fixtures.campaigns.snapshotId } }),
  },
  'POST /campaigns': { request: () => ({ body: season }) },
  'GET /campaigns': { request: () => ({}) },
  'GET /campaigns/:campaignId': onCampaign(),
  'POST /campaigns/:campaignId/terms': onCampaign({ terms: ['测试'] }),
  'POST /campaigns/:campaignId/close': onCampaign({ reason: '权限测试结束' }),
  'POST /campaigns/:campaignId/gather': onCampaign({}),
  'GET /campaigns/:campaignId/entries': onCampaign(),
  'POST /campaigns/:campaignId/entries': {
    request: ({ fixtures, order }) => ({
      params: { campaignId: fixtures.campaigns.campaignId },
      body: { ...words, orderIds: [order.orderId] },
    }),
  },
  'GET /campaigns/:campaignId/after': onCampaign(),
  'POST /campaigns/:campaignId/measures': onCampaign({
    kind: 'rule',
    title: '权限测试',
    unit: units.bureau,
    inForceOn: '2027-01-01',
    words: '权限测试',
  }),
  'POST /campaigns/measures/:measureId/end': {
    request: ({ fixtures }) => ({
      params: { measureId: fixtures.campaigns.measureId },
      body: { reason },
    }),
  },
  'POST /campaigns/:campaignId/rechecks': onCampaign({
    afterDays: 90,
    outcome: 'holds',
    words: '权限测试',
  }),
  'GET /campaigns/:campaignId/dimensions': onCampaign(),
  'POST /campaigns/dimensions/export': {
    request: ({ fixtures }) => ({
      body: { campaignId: fixtures.campaigns.campaignId, purpose: '权限测试' },
    }),
  },
  'GET /campaigns/seasons': { request: () => ({}) },
  'POST /campaigns/past-seasons': {
    request: () => ({
      body: {
        ...{ year: 2020, quarter: 1, title: '权限测试', theme: '权限测试', source: '权限测试' },
        ...{ appeals: 1, problems: 1, rectified: 1, toMedia: 0 },
      },
    }),
  },
  'GET /campaigns/:campaignId/force': onCampaign(),
  'POST /campaigns/:campaignId/members': onCampaign({
    unit: units.neighbour,
    role: 'lead',
    seat: '',
  }),
  'POST /campaigns/members/:memberId/end': {
    request: ({ fixtures }) => ({
      params: { memberId: fixtures.campaigns.memberId },
      body: { reason },
    }),
  },
  'POST /campaigns/:campaignId/meetings': {
    request: ({ fixtures: { campaigns } }) => ({
      params: { campaignId: campaigns.campaignId },
      body: { place: '会议室', startsAt: '2027-01-01T01:00:00Z', entryIds: [campaigns.entryId] },
    }),
  },
  'POST /campaigns/:campaignId/tasks': onCampaign({
    purpose: 'work',
    title: '权限测试任务',
    wanted: '权限测试',
    unit: units.bureau,
    limit: { kind: 'working-days', days: 5 },
  }),
  'POST /campaigns/entries/:entryId/visits': onEntry(() => ({
    checklist: 'livestock',
    visitorUnit: units.bureau,
    place: '某村',
    what: '权限测试',
    visitBy: '2027-01-01',
  })),
  'GET /campaigns/entries/:entryId/visits': onEntry(() => undefined),
  'POST /campaigns/entries/:entryId/supervise': {
    request: ({ fixtures, order }) => ({
      params: { entryId: fixtures.campaigns.entryId },
      body: {
        orderIds: [order.orderId],
        level: 'S2',
        instrument: 'notice',
        reason: '权限测试',
        demands: '权限测试',
      },
    }),
  },
  'POST /campaigns/entries/:entryId/dossier': onEntry(() => ({
    facts: '权限测试用的一段事实文字。',
    unit: units.bureau,
  })),
  'GET /campaigns/entries/:entryId/dossier': onEntry(() => undefined),
  'POST /campaigns/dossiers/:dossierId/sign': onDossier({
    ...{ factsNo: 1, part: 'consent', words: '权限测试' },
  }),
  'POST /campaigns/dossiers/:dossierId/hand-over': onDossier(),
  'POST /campaigns/:campaignId/public': onCampaign({ title: '权限测试', words: '权限测试' }),
  'GET /campaigns/:campaignId/public': onCampaign(),
  'POST /campaigns/public/:textId/sign': onText({}),
  'POST /campaigns/public/:textId/withdraw': onText(),
  'GET /public/campaigns': { request: () => ({}) },
  'GET /campaigns/seats': { request: () => ({}) },
  'GET /campaigns/:campaignId/workspace': onCampaign(),
  'GET /campaigns/:campaignId/workspace/orders/:orderId': {
    request: ({ fixtures, order }) => ({
      params: { campaignId: fixtures.campaigns.campaignId, orderId: order.orderId },
    }),
  },
  'GET /campaigns/entries/:entryId': onEntry(() => undefined),
  'POST /campaigns/entries/:entryId/move': onEntry(() => ({ to: 'inspected', reason })),
  'POST /campaigns/entries/:entryId/name': onEntry(() => ({ name: '换个名字' })),
  'POST /campaigns/entries/:entryId/split': onEntry((one) => ({
    ...words,
    orderIds: first(one),
  })),
  'POST /campaigns/entries/:entryId/merge': onEntry(({ otherId }) => ({ intoId: otherId, reason })),
  'POST /campaigns/entries/:entryId/take-out': onEntry((one) => ({
    orderIds: first(one),
    reason,
  })),
  'POST /campaigns/entries/:entryId/add': {
    request: ({ fixtures, order }) => ({
      params: { entryId: fixtures.campaigns.entryId },
      body: { orderIds: [order.orderId], reason },
    }),
  },
};
