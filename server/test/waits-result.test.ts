import { expect, test } from 'vitest';
import { answerFalse, reportFalse } from '../src/modules/call-back/report-false.ts';
import { ruleOnFalse } from '../src/modules/call-back/rule-on-false.ts';
import { keepFile } from '../src/modules/files/index.ts';
import { closeSupervision } from '../src/modules/supervision/close.ts';
import { supervisionsOf } from '../src/modules/supervision/supervisions.repo.ts';
import { inCity } from './kit.ts';
import { approveReply, attempt, close, recall, submit, withdrawFor } from './use-cases.ts';
import { countOf, days, dueOf, latesOf, signed, until, waitOf } from './waiting-kit.ts';
import { aPhoto, bureau, type Kit, reply, words } from './waiting-scenes.ts';
import { supervised } from './waiting-scenes-centre.ts';

async function closedUnderSupervision(kit: Kit) {
  const { orderId, assignmentId, handler } = await signed(kit);
  await supervised(kit, orderId);
  await handler.do(submit, { orderId, assignmentId, ...reply });
  await kit.as('reviewer').do(approveReply, { orderId });
  const answers = {
    contacted: true,
    solved: 'solved',
    processRating: 'satisfied',
    resultRating: 'satisfied',
    reason: '',
    reasonClass: null,
  } as const;
  await kit.as('call-back-agent').do(attempt, { orderId, reached: true, answers });
  await kit.as('call-back-agent').do(close, { orderId, as: 'solved', note: '' });
  await kit.drain();
  expect(await waitOf(kit, orderId, 'supervision-answer')).toBeNull();
  expect(await waitOf(kit, orderId, 'supervision-unmoved')).toBeNull();
  expect(await supervisionsOf(kit.ctx, orderId)).toMatchObject([{ state: 'open' }]);
  return orderId;
}

test(
  'an order that ends under supervision asks nothing of the unit any more; somebody at the centre says what came of it',
  inCity(async (kit) => {
    const orderId = await closedUnderSupervision(kit);
    const due = await dueOf(kit, orderId, 'supervision-result');
    await until(kit, due);
    expect(await latesOf(kit, orderId, 'supervision-result')).toEqual([1]);
    await until(kit, days(due, 20));
    expect(await latesOf(kit, orderId, 'supervision-result')).toEqual([1, 2]);
    await kit.as('shift-lead').do(closeSupervision, { orderId, no: 1, words, fileIds: [] });
    expect(await supervisionsOf(kit.ctx, orderId)).toMatchObject([{ state: 'closed' }]);
    expect(await countOf(kit, orderId, 'supervision.late')).toBe(0);
  }),
);

test(
  'the unit goes and the order ends after it: the result is due since the first of the two',
  inCity(async (kit) => {
    const { orderId } = await signed(kit);
    await supervised(kit, orderId);
    await kit.as('dispatcher').do(recall, { orderId, reason: words });
    await kit.drain();
    const due = await dueOf(kit, orderId, 'supervision-result');
    await until(kit, due);
    await kit.as('agent').do(withdrawFor, { orderId, reason: '' });
    await kit.drain();
    await until(kit, days(due, 20));
    expect(await latesOf(kit, orderId, 'supervision-result')).toEqual([1, 2]);
  }),
);

test(
  'worked again after its end, the order is supervised as before and the answer is due anew',
  inCity(async (kit) => {
    const orderId = await closedUnderSupervision(kit);
    const reviewer = kit.as('reviewer');
    const { file } = await reviewer.do(keepFile, aPhoto);
    const found = { orderId, foundHow: 'site-check' as const, found: words, fileIds: [file.id] };
    await reviewer.do(reportFalse, found);
    await kit.as('handler', bureau).do(answerFalse, { orderId, words });
    await kit.as('director').do(ruleOnFalse, { orderId, confirmed: true, words });
    await kit.drain();
    const due = await dueOf(kit, orderId, 'supervision-answer');
    expect(due > kit.clock.now()).toBe(true);
    expect(await waitOf(kit, orderId, 'supervision-result')).toBeNull();
    await until(kit, due);
    expect(await latesOf(kit, orderId, 'supervision-result')).toEqual([]);
    expect(await countOf(kit, orderId, 'supervision.late')).toBe(1);
  }),
);
