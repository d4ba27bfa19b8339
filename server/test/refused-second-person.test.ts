import { expect, test } from 'vitest';
import { mayReview } from '../src/modules/conduct/policy.ts';
import { readCaller } from '../src/modules/conduct/read-marks.ts';
import { mayPutInUse } from '../src/modules/learning/policy.ts';
import { mayCheck } from '../src/modules/release/policy.ts';
import { forgetNumber, ringDemoCall } from '../src/modules/telephony/index.ts';
import { actorAs } from '../src/platform/testing/actors.ts';
import { inCity } from './kit.ts';
import { answerCall } from './use-cases.ts';

const refusedWith = (code: string) => ({ code });

test(
  'a caller without a number has no earlier calls to look at',
  inCity(async ({ as, ctx }) => {
    const agent = as('agent');
    const { id: callId } = await agent.do(ringDemoCall, {});
    await agent.do(answerCall, { callId });
    await forgetNumber(ctx, callId);
    await expect(agent.do(readCaller, { callId })).rejects.toMatchObject(
      refusedWith('conduct.number-unknown'),
    );
  }),
);

test('whoever asked, granted or gave it away is not the second person', () => {
  const at = new Date('2026-03-02T02:00:00.000Z');
  const lead = actorAs('shift-lead', at);
  const mark = {
    state: 'in-force' as const,
    review_asked_at: at,
    reviewed_at: null,
    decided_by: lead.accountId,
    asked_by: null,
  };
  expect(mayReview(lead, mark)).toMatchObject(refusedWith('conduct.own-ruling'));
  const analyst = actorAs('analyst', at);
  expect(mayPutInUse(analyst, { state: 'former', has_bytes: false })).toMatchObject(
    refusedWith('learning.version-gone'),
  );
  expect(mayCheck(analyst, { state: 'ready', asked_by: 'somebody else' })).toMatchObject(
    refusedWith('release.not-to-check'),
  );
});
