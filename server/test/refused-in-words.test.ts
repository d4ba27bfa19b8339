import { expect, test } from 'vitest';
import { ofOrder } from '../src/modules/dispatch/index.ts';
import { attach } from '../src/modules/files/index.ts';
import { linkOrder } from '../src/modules/issues/link-order.ts';
import { putInUse } from '../src/modules/learning/put-in-use.ts';
import { planMeeting } from '../src/modules/meetings/index.ts';
import { minutesSheet } from '../src/modules/meetings/print-minutes.ts';
import { mergeOrders } from '../src/modules/merging/merge-orders.ts';
import * as orders from '../src/modules/orders/index.ts';
import { readProblem } from '../src/modules/problems/read-problem.ts';
import { readRun } from '../src/modules/problems/read-runs.ts';
import { withdrawRelease } from '../src/modules/release/withdraw-release.ts';
import { actOnWarning } from '../src/modules/warnings/settle.ts';
import { inCity } from './kit.ts';
import {
  acceptWaiting,
  attempt,
  claim,
  decideRow,
  delegate,
  rate,
  reassign,
  redo,
  send,
  takeWaiting,
} from './use-cases.ts';

const words = '试一试会怎么说。';
const nobody = '00000000-0000-7000-8000-000000000000';
const refusedWith = (code: string) => ({ code });
const to = (lead: string) => ({ lead, assists: [], linkage: [], copies: [], note: '' });

test(
  'what is not there is said to be not there',
  inCity(async ({ as }) => {
    const [director, analyst] = [as('director'), as('analyst')];
    const tries: Record<string, Promise<unknown>> = {
      'dispatch.no-such-proposal': director.do(decideRow, {
        proposalId: nobody,
        accepted: true,
        why: '',
      }),
      'learning.no-such-version': analyst.do(putInUse, { versionId: nobody, reason: words }),
      'problems.no-such-problem': analyst.do(readProblem, { problemId: nobody }),
      'problems.no-such-run': analyst.do(readRun, { runId: nobody }),
      'release.no-such-release': analyst.do(withdrawRelease, { releaseId: nobody, reason: words }),
      'warnings.no-such-warning': analyst.do(actOnWarning, { warningId: nobody, note: words }),
    };
    for (const [code, tried] of Object.entries(tries))
      await expect(tried).rejects.toMatchObject(refusedWith(code));
  }),
);

test(
  'a result that lacks what it needs, and work that is in other hands',
  inCity(async ({ as, anOrder, clock }) => {
    const { id: orderId } = await anOrder.waiting();
    const [agent, other] = [as('agent'), as('agent')];
    const accept = {
      orderId,
      type: 'QZ' as const,
      matterCode: '010105',
      areaCode: '350602001000',
      fields: { road_name: '示例路', lamp_problem: 'off' },
    };
    const disposed = { ...accept, result: 'dispose' as const, dispositionReason: words };
    await expect(agent.do(acceptWaiting, { ...accept, result: 'dispose' })).rejects.toMatchObject(
      refusedWith('intake.disposition-needed'),
    );
    await expect(
      agent.do(acceptWaiting, { ...disposed, dispositionCode: 'NONE' }),
    ).rejects.toMatchObject(refusedWith('intake.no-such-disposition'));
    await expect(agent.do(acceptWaiting, { ...accept, result: 'transfer' })).rejects.toMatchObject(
      refusedWith('intake.transfer-needed'),
    );
    await agent.do(takeWaiting, { orderId });
    await expect(other.do(takeWaiting, { orderId })).rejects.toMatchObject(
      refusedWith('intake.taken'),
    );

    const ready = (await anOrder.toDispatch()).id;
    const [first, second] = [as('dispatcher'), as('dispatcher')];
    await first.do(claim, { orderId: ready });
    await expect(second.do(send, { orderId: ready, ...to('350600.zjj') })).rejects.toMatchObject(
      refusedWith('dispatch.claimed'),
    );
    await expect(first.do(send, { orderId: ready, ...to('350600') })).rejects.toMatchObject(
      refusedWith('dispatch.unit-closed'),
    );
    const key = await anOrder.inProgress();
    const again = { orderId: key.orderId, lead: '350600.zjj', reason: words };
    await expect(first.do(reassign, again)).rejects.toMatchObject(
      refusedWith('dispatch.second-lead'),
    );
    const at = { lead: '350626', areaCode: '350626100001', matterCode: '020103' } as const;
    const below = await anOrder.inProgress(at);
    const county = { unitCode: '350626', unitPath: '350600/350626', areaCode: '350626' };
    const dueAt = new Date(clock.now().getTime() + 400 * 86_400_000).toISOString();
    const late = { ...below, unitCode: '350626100', note: '', dueAt };
    await expect(as('county-dispatcher', county).do(delegate, late)).rejects.toMatchObject(
      refusedWith('dispatch.limit-exceeds'),
    );
  }),
);

test(
  'a call-back without an answer, a round nobody leads, a rating before the end',
  inCity(async ({ as, ctx, anOrder, system }) => {
    const orderId = await anOrder.forCallBack();
    const caller = as('call-back-agent');
    await expect(caller.do(attempt, { orderId, reached: true })).rejects.toMatchObject(
      refusedWith('call-back.answers-needed'),
    );
    const answers = {
      contacted: true,
      solved: 'not-solved',
      processRating: 'basically',
      resultRating: 'dissatisfied',
      reason: words,
      reasonClass: 'subjective',
    } as const;
    await caller.do(attempt, { orderId, reached: true, answers });
    await orders.change(ctx, orderId, { lead_unit: null });
    await expect(caller.do(redo, { orderId, reason: words })).rejects.toMatchObject(
      refusedWith('dispatch.no-lead'),
    );
    const { orderId: working } = await anOrder.inProgress();
    const rated = { ...answers, channel: 'page', reason: '' } as const;
    await expect(
      system.do(async (at) => rate(at, await orders.lock(at, working), rated), undefined),
    ).rejects.toMatchObject(refusedWith('public.not-rateable'));
  }),
);

test(
  'what is about one thing already, was redone, or is not there to meet about',
  inCity(async ({ as, ctx, anOrder }) => {
    const { orderId } = await anOrder.inProgress();
    const order = await orders.find(ctx, orderId);
    const issueId = order?.issue_id ?? '';
    const dispatcher = as('dispatcher');
    await expect(
      dispatcher.do(linkOrder, { issueId, orderId, reason: words }),
    ).rejects.toMatchObject(refusedWith('issues.already-linked'));
    const redone = (await anOrder.toDispatch()).id;
    await orders.change(ctx, redone, { round: 1 });
    await expect(
      dispatcher.do(mergeOrders, { orderId, orderIds: [redone], reason: words }),
    ).rejects.toMatchObject(refusedWith('merging.redone'));
    const meeting = {
      title: '路灯维修碰头会',
      place: '热线中心',
      startsAt: ctx.now.toISOString(),
      agenda: [{ title: '路灯', subject: { kind: 'order' as const, id: nobody } }],
      units: ['350600.zjj'],
    };
    await expect(as('director').do(planMeeting, meeting)).rejects.toMatchObject(
      refusedWith('meetings.no-such-subject'),
    );
    const plain = { ...meeting, agenda: [{ title: '路灯' }] };
    const { meetingId } = await as('director').do(planMeeting, plain);
    await expect(as('director').do(minutesSheet, meetingId)).rejects.toMatchObject(
      refusedWith('meetings.unsigned'),
    );
    const [duty] = await ofOrder(ctx, orderId);
    const many = Array.from({ length: 31 }, () => ctx.newId());
    const place = { orderId, assignmentId: duty?.id ?? null, purpose: 'evidence' as const };
    await expect(dispatcher.do((at) => attach(at, many, place), undefined)).rejects.toMatchObject(
      refusedWith('files.too-many'),
    );
  }),
);
