import { inventedPhoneOf } from '../../src/demo/invented.ts';
import { addCall, planDay } from '../../src/modules/media/answering-days.ts';
import { enterTip } from '../../src/modules/media/enter-tip.ts';
import { lamp, story } from '../../src/modules/media/example-media.ts';
import { writePiece } from '../../src/modules/media/write-piece.ts';
import type { Doing, TestOrder } from './objects.ts';
import { units } from './people.ts';
import type { MediaDesk, Probe, Probes } from './probe.ts';

const knowledge = 'ZZ-0601-01';
const words = '权限测试用的一句话,十个字以上。';
const restsOn = [{ kind: 'knowledge' as const, ref: knowledge }];
const hours = { startsAt: '2099-01-01T01:00:00.000Z', endsAt: '2099-01-01T03:00:00.000Z' };
const day = { leaderPost: '分管副市长', unit: units.bureau, theme: '', ...hours };

/** A tip without an end, a piece nobody has signed, an answering day with one call. */
export async function makeMedia(doing: Doing, called: TestOrder): Promise<MediaDesk> {
  const tip = { ...lamp, receivedAt: '2026-01-01T00:00:00.000Z' };
  const { tipId } = await doing.system((ctx) => enterTip(ctx, tip));
  const { pieceId } = await doing.system((ctx) => writePiece(ctx, { ...story, restsOn }));
  const { dayId } = await doing.system((ctx) => planDay(ctx, day));
  const { orderNo, orderId } = called;
  await doing.system((ctx) => addCall(ctx, { dayId, orderNo, note: '' }));
  return { tipId, pieceId, dayId, orderId };
}

const onTip = (body: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { tipId: fixtures.media.tipId }, body }),
});
const onPiece = (body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { pieceId: fixtures.media.pieceId }, body }),
});
const onDay = (body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { dayId: fixtures.media.dayId }, body }),
});
const consentHow = '权限测试';
const period = { from: '2026-01-01', until: '2026-03-31' };

export const mediaProbes: Probes = {
  'POST /media/tips': {
    request: () => ({
      body: {
        ...{ ...lamp, name: undefined, phone: inventedPhoneOf('permissions') },
        ...{ sourceRef: '权限测试', receivedAt: '2026-01-01T00:00:00.000Z' },
      },
    }),
  },
  'GET /media/tips': { request: () => ({ query: { box: 'open' } }) },
  'POST /media/tips/:tipId/contact': onTip({ purpose: '权限测试' }),
  'POST /media/tips/:tipId/consent': onTip({ mayContact: true, mayAppear: true, consentHow }),
  'POST /media/tips/:tipId/order': onTip({}),
  'POST /media/tips/:tipId/answer': onTip({ knowledgeCode: knowledge, words }),
  'POST /media/tips/:tipId/refuse': onTip({ refusal: 'court', words }),
  'GET /media/topics': { request: () => ({ query: { kind: 'knowledge' } }) },
  'POST /media/pieces': { request: () => ({ body: { ...story, restsOn } }) },
  'POST /media/pieces/:pieceId/words': onPiece({ ...story, kind: undefined }),
  'POST /media/pieces/:pieceId/sign': onPiece({
    ...{ wordsNo: 1, step: 'edit', agreed: true, words: '同意' },
  }),
  'POST /media/pieces/:pieceId/withdraw': onPiece({ reason: '权限测试' }),
  'GET /media/pieces': { request: () => ({ query: { box: 'all' } }) },
  'GET /media/pieces/:pieceId': onPiece(),
  'POST /media/days': { request: () => ({ body: day }) },
  'GET /media/days': { request: () => ({}) },
  'GET /media/days/:dayId': onDay(),
  'POST /media/days/:dayId/calls': {
    request: ({ fixtures }) => ({
      params: { dayId: fixtures.media.dayId },
      body: { orderNo: fixtures.companion.orderNo },
    }),
  },
  'POST /media/days/:dayId/promises': {
    request: ({ fixtures: { media } }) => ({
      params: { dayId: media.dayId },
      body: { orderId: media.orderId, words, unit: units.bureau, promisedOn: '2027-01-04' },
    }),
  },
  'POST /media/days/:dayId/end': onDay({ held: false, words }),
  'POST /media/days/:dayId/promises/:no/close': {
    request: ({ fixtures }) => ({
      params: { dayId: fixtures.media.dayId, no: '1' },
      body: { result: 'not-kept', words },
    }),
  },
  'GET /media/promises': { request: () => ({ query: { box: 'all' } }) },
  'GET /media/effect': { request: () => ({ query: period }) },
  'GET /media/effect/orders': { request: () => ({ query: { ...period, box: 'all' } }) },
  'GET /public/media': { request: () => ({}) },
  'GET /public/media/:no': { request: () => ({ params: { no: '1' } }) },
  'GET /public/media/rss.xml': { request: () => ({}) },
  'GET /public/media/feed.json': { request: () => ({}) },
};
