import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { one } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { contact } from './contact.ts';
import { dutyView } from './duty-view.ts';
import { askInfo, giveInfo } from './info.ts';
import { approveReply, rejectReply } from './review.ts';
import { sign } from './sign.ts';
import { signOff } from './sign-off.ts';
import { submit } from './submit.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const neighbour = {
  unitCode: '350600.cgj',
  unitPath: '350600/350600.cgj',
  areaCode: '350600000000',
};
const reply = {
  isTrue: 'not-true' as const,
  isSolved: 'solved' as const,
  unsolvedReason: '',
  process: '到现场查看,路灯已正常亮灯。',
  publicAnswer: '您好,路灯已恢复照明,感谢您的反映。',
  basis: '',
  measures: [],
  assetChanges: [],
  evidence: [],
};

test(
  'from sign-in to call-back',
  inCity(async ({ as, ctx, anOrder }) => {
    const { orderId, assignmentId } = await anOrder.inProgress();
    const key = { orderId, assignmentId };
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    await handler.do(contact, { ...key, reached: true, note: '' });
    expect((await handler.do(dutyView, key)).abilities).toContain('submit');
    expect(await handler.do(submit, { ...key, ...reply })).toEqual({ state: 'submitted' });
    await as('reviewer').do(rejectReply, { orderId, reason: 'template', note: '请写清处理过程' });
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'in-progress' });
    expect(await handler.do(dutyView, key)).toMatchObject({ state: 'signed', mustContact: false });
    await handler.do(submit, { ...key, ...reply });
    await as('reviewer').do(approveReply, { orderId });
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'call-back' });
    expect(await one(ctx, orderId, assignmentId)).toMatchObject({ state: 'done' });
  }),
);

test(
  'a neighbouring unit neither sees nor signs',
  inCity(async ({ as, anOrder }) => {
    const key = await anOrder.inProgress();
    await expect(as('handler', neighbour).do(sign, key)).rejects.toMatchObject({
      code: 'orders.no-such-order',
    });
    await expect(as('handler', neighbour).do(dutyView, key)).rejects.toMatchObject({
      code: 'orders.no-such-order',
    });
  }),
);

test(
  'evidence the matter asks for is not left out',
  inCity(async ({ as, anOrder }) => {
    const key = await anOrder.inProgress();
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    await expect(handler.do(submit, { ...key, ...reply, isTrue: 'true' })).rejects.toMatchObject({
      code: 'handling.evidence-missing',
    });
    await expect(
      handler.do(submit, { ...key, ...reply, isSolved: 'not-solved' }),
    ).rejects.toMatchObject({
      code: 'handling.reason-missing',
    });
  }),
);

test(
  'a serious order waits for the leader',
  inCity(async ({ as, ctx, anOrder }) => {
    const key = await anOrder.inProgress({ urgency: 'U2' });
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    await handler.do(contact, { ...key, reached: true, note: '' });
    expect(await handler.do(submit, { ...key, ...reply })).toEqual({ state: 'to-sign-off' });
    expect(await orders.find(ctx, key.orderId)).toMatchObject({ status: 'in-progress' });
    await expect(handler.do(signOff, { ...key, agreed: true, note: '' })).rejects.toMatchObject({
      code: 'identity.not-permitted',
    });
    await as('unit-leader', bureau).do(signOff, { ...key, agreed: true, note: '' });
    expect(await orders.find(ctx, key.orderId)).toMatchObject({ status: 'reply-review' });
  }),
);

test(
  'while information is missing the clock stands, twice at most',
  inCity(async ({ as, ctx, anOrder, clock, travelTo }) => {
    const key = await anOrder.inProgress();
    const handler = () => as('handler', bureau);
    await handler().do(sign, key);
    const before = (await one(ctx, key.orderId, key.assignmentId)).due_at;
    for (const no of [1, 2]) {
      await handler().do(askInfo, { ...key, question: `请补充灯杆编号(${no})` });
      await travelTo(new Date(clock.now().getTime() + 24 * 3_600_000));
      await as('agent').do(giveInfo, {
        orderId: key.orderId,
        content: '编号在灯杆背面',
        fileIds: [],
      });
    }
    const after = (await one(ctx, key.orderId, key.assignmentId)).due_at;
    expect(after?.getTime()).toBeGreaterThan(before?.getTime() ?? 0);
    await expect(handler().do(askInfo, { ...key, question: '还缺照片' })).rejects.toMatchObject({
      code: 'handling.info-twice',
    });
  }),
);

test(
  'nobody answers the question: the unit goes on after three working days',
  inCity(async ({ as, ctx, anOrder, clock, travelTo, drain }) => {
    const key = await anOrder.inProgress();
    await as('handler', bureau).do(sign, key);
    await as('handler', bureau).do(askInfo, { ...key, question: '请补充灯杆编号' });
    await travelTo(new Date(clock.now().getTime() + 7 * 24 * 3_600_000));
    await drain();
    expect(await orders.find(ctx, key.orderId)).toMatchObject({ status: 'in-progress' });
  }),
);

test(
  'words of a linked unit never become the citizen’s answer, however late they come',
  inCity(async ({ as, ctx, anOrder }) => {
    const { orderId, assignmentId, duties } = await anOrder.inProgress({
      urgency: 'U1',
      linkage: ['350600.jj110'],
    });
    const key = { orderId, assignmentId };
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    await handler.do(contact, { ...key, reached: true, note: '' });
    await handler.do(submit, { ...key, ...reply });
    const police = as('police-operator', {
      unitCode: '350600.jj110',
      unitPath: '350600/350600.jj110',
    });
    const theirs = {
      orderId,
      assignmentId: duties.find(({ role }) => role === 'linkage')?.id ?? '',
    };
    await police.do(sign, theirs);
    await police.do(submit, { ...theirs, ...reply, publicAnswer: '现场秩序已恢复,警力已撤离。' });
    const answer = (await orders.textsOf(ctx, orderId)).findLast(({ kind }) => kind === 'answer');
    expect(answer?.content).toBe(reply.publicAnswer);
  }),
);
