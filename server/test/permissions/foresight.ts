import { enterSignal } from '../../src/modules/foresight/enter-signal.ts';
import type { Doing } from './objects.ts';
import type { Foresight, Probe, Probes } from './probe.ts';

const signal = { about: 'typhoon', level: 'red' as const, areas: ['350623'], words: '' };
const span = { fromAt: '2026-03-02T00:00:00.000Z', untilAt: '2026-04-20T00:00:00.000Z' };

export async function makeForesight(doing: Doing): Promise<Foresight> {
  const entered = await doing.system((ctx) =>
    enterSignal(ctx, { ...signal, ...span, source: '权限测试' }),
  );
  return { signal: entered.signalId };
}

const onSignal: Probe = {
  request: ({ fixtures }) => ({
    params: { signalId: fixtures.foresight.signal },
    body: { reason: '权限测试用的理由' },
  }),
};
const sheet = Buffer.from(
  [
    ['类别', '级别', '区域', '开始时间', '结束时间', '来源'],
    ['停水', '', '350623', '2026-03-02 08:00', '2026-03-02 18:00', '权限测试导入'],
  ]
    .map((row) => row.join('\t'))
    .join('\n'),
).toString('base64');

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
};
