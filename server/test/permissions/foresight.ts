import { enterSignal } from '../../src/modules/foresight/enter-signal.ts';
import { insertForecast } from '../../src/modules/foresight/forecasts.repo.ts';
import { decideTelling, writeTelling } from '../../src/modules/foresight/tellings.ts';
import type { Context } from '../../src/platform/context.ts';
import type { Doing } from './objects.ts';
import type { Foresight, Probe, Probes } from './probe.ts';

const signal = { about: 'typhoon', level: 'red' as const, areas: ['350623'], words: '' };
const span = { fromAt: '2026-03-02T00:00:00.000Z', untilAt: '2026-04-20T00:00:00.000Z' };
const reason = '权限测试用的理由';
const telling = {
  ...{ areaCode: '350602001000', audience: 'residents' as const, channel: 'poster' as const },
  words: '权限测试用的一段告知。',
};
const band = { days: 0, daysInside: 0, periods: 0, periodsInside: 0 };
const content = {
  ...{ days: [], tested: band, lastYear: null, knownSince: '2025-01-01', effects: [], spots: [] },
  control: { days: [], total: { expected: 1, low: 0, high: 2 }, tested: band },
};

/** One that a person may decide about, and one whose period is over. */
async function aForecast(ctx: Context, state: 'draft' | 'confirmed'): Promise<string> {
  const id = ctx.newId();
  const on = state === 'draft' ? '2027-03-01' : '2026-01-05';
  await insertForecast(ctx, {
    ...{ id, name: '权限测试', county: '350602', control_county: '350603', matters: ['010105'] },
    ...{ from_on: on, until_on: on, state, asked_at: ctx.now, made_at: ctx.now, model: 'test' },
    ...{ expected: 1, low: 0, high: 2, content: JSON.stringify(content) },
    ...(state === 'confirmed' && { decided_at: ctx.now, reason }),
  });
  return id;
}

export const makeForesight = (doing: Doing): Promise<Foresight> =>
  doing.system(async (ctx) => {
    const entered = await enterSignal(ctx, { ...signal, ...span, source: '权限测试' });
    const waiting = await writeTelling(ctx, telling);
    const approved = await writeTelling(ctx, telling);
    await decideTelling(ctx, { tellingId: approved.tellingId, isApproved: true, reason: '' });
    return {
      signal: entered.signalId,
      draft: await aForecast(ctx, 'draft'),
      over: await aForecast(ctx, 'confirmed'),
      telling: { waiting: waiting.tellingId, approved: approved.tellingId },
    };
  });

const onSignal: Probe = {
  request: ({ fixtures }) => ({
    params: { signalId: fixtures.foresight.signal },
    body: { reason },
  }),
};
const onForecast = (which: 'draft' | 'over', body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { forecastId: fixtures.foresight[which] }, body }),
});
const onTelling = (which: 'waiting' | 'approved', body: unknown): Probe => ({
  request: ({ fixtures }) => ({
    params: { tellingId: fixtures.foresight.telling[which] },
    body,
  }),
});
const sheet = Buffer.from(
  [
    ['类别', '级别', '区域', '开始时间', '结束时间', '来源'],
    ['停水', '', '350623', '2026-03-02 08:00', '2026-03-02 18:00', '权限测试导入'],
  ]
    .map((row) => row.join('\t'))
    .join('\n'),
).toString('base64');

const found = { trigger: 'found', basis: '权限测试用的依据' };
const order = { matterCode: '010105', areaCode: '350602001000', content: '权限测试用的主动工单' };

export const foresightProbes: Probes = {
  'GET /foresight/signals': { request: () => ({}) },
  'POST /foresight/signals': {
    request: ({ person }) => ({
      body: { ...signal, ...span, source: `权限测试${person.name}` },
    }),
  },
  'POST /foresight/signals/import': { request: () => ({ body: { sheet, isKept: false } }) },
  'POST /foresight/signals/:signalId/confirm': onSignal,
  'POST /foresight/signals/:signalId/decline': onSignal,
  'GET /foresight/forecasts': { request: () => ({}) },
  'POST /foresight/forecasts': {
    request: () => ({
      body: {
        ...{ name: '权限测试', county: '350602', controlCounty: '350603', matters: ['010105'] },
        ...{ fromOn: '2026-03-12', untilOn: '2026-03-14' },
      },
    }),
  },
  'GET /foresight/forecasts/:forecastId': onForecast('over'),
  'POST /foresight/forecasts/:forecastId/confirm': onForecast('draft', { reason }),
  'POST /foresight/forecasts/:forecastId/dismiss': onForecast('draft', { reason }),
  'GET /foresight/forecasts/:forecastId/orders': onForecast('over'),
  'POST /foresight/forecasts/:forecastId/compare': onForecast('over'),
  'POST /foresight/orders': { request: () => ({ body: { ...order, ...found } }) },
  'GET /foresight/orders': { request: () => ({}) },
  'GET /foresight/orders/:orderId': {
    request: ({ order: { orderId } }) => ({ params: { orderId } }),
  },
  'GET /foresight/notices': { request: () => ({}) },
  'POST /foresight/notices': { request: () => ({ body: telling }) },
  'POST /foresight/notices/:tellingId/decide': onTelling('waiting', {
    ...{ isApproved: true, reason: '' },
  }),
  'POST /foresight/notices/:tellingId/deliver': onTelling('approved', {
    ...{ receivers: 3, note: '权限测试' },
  }),
};
