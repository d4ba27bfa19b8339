import type { ConductState } from '@minsheng/contract/words/conduct.ts';
import { inventedPhoneOf } from '../../src/demo/invented.ts';
import { insert } from '../../src/modules/conduct/marks.repo.ts';
import { phoneIndex } from '../../src/modules/requesters/index.ts';
import { encrypt } from '../../src/platform/secrets.ts';
import type { Doing } from './objects.ts';
import { type Marks, nothing, type Probe, type Probes } from './probe.ts';

const words = '权限测试的一段话';
const marking = { grade: 'harassment', grounds: 'abuse', measure: 'script', words };

/** Routing for a day, of three numbers: to be granted, in force, and to be looked at again. */
export async function makeMarks(doing: Doing, callId: string): Promise<Marks> {
  const mark = (name: string, state: ConductState, isInReview: boolean) =>
    doing.system(async (ctx) => {
      const id = ctx.newId();
      const isInForce = state === 'in-force';
      await insert(ctx, {
        city_id: ctx.cityId,
        id,
        number_index: phoneIndex(ctx, inventedPhoneOf(`permissions mark ${name}`)),
        call_id: callId,
        grade: 'harassment',
        grounds: 'abuse',
        measure: 'quiet-24h',
        state,
        words_enc: encrypt(ctx.keys, words),
        asked_by: null,
        asked_at: ctx.now,
        until_at: isInForce ? new Date(ctx.now.getTime() + 86_400_000) : null,
        review_asked_at: isInReview ? ctx.now : null,
      });
      return id;
    });
  return {
    asked: await mark('asked', 'asked', false),
    inForce: await mark('in force', 'in-force', false),
    inReview: await mark('in review', 'in-force', true),
  };
}

const onMark = (which: keyof Marks, body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { markId: fixtures.marks[which] }, body }),
});

export const conductProbes: Probes = {
  'GET /conduct/calls/:callId': {
    request: ({ fixtures }) => ({ params: { callId: fixtures.agentsCall } }),
  },
  'POST /conduct/calls/:callId/marks': {
    request: ({ fixtures }) => ({ params: { callId: fixtures.agentsCall }, body: marking }),
  },
  'GET /conduct/marks': nothing,
  'GET /conduct/marks/:markId': onMark('asked'),
  'POST /conduct/marks/:markId/decide': onMark('asked', { granted: true, words }),
  'POST /conduct/marks/:markId/ask-review': onMark('inForce', { words }),
  'POST /conduct/marks/:markId/review': onMark('inReview', { lifted: true, words }),
};
