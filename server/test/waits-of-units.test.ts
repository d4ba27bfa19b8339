import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { askParking, askSuspension } from '../src/modules/deferrals/ask.ts';
import { readDeferrals } from '../src/modules/deferrals/read-deferrals.ts';
import { reviewLedger } from '../src/modules/deferrals/review-ledger.ts';
import { answerLetter, signLetter } from '../src/modules/letters/answer-letter.ts';
import { readLetter } from '../src/modules/letters/read-letter.ts';
import { historyOf } from '../src/platform/events.ts';
import { inCity } from './kit.ts';
import { askInfo, decideDeferral, giveInfo, rejectReply, submit } from './use-cases.ts';
import {
  countOf,
  days,
  declareOff,
  dueOf,
  far,
  justBefore,
  latesOf,
  movesOf,
  signed,
  until,
  waitOf,
} from './waiting-kit.ts';
import { bureau, type Kit, reply, words } from './waiting-scenes.ts';
import { letterSent } from './waiting-scenes-centre.ts';

test(
  'the limit by which units answer a letter follows a corrected calendar, and passes once for each unit',
  inCity(async (kit) => {
    const { letterId, writer, unit } = await letterSent(kit);
    const before = await dueOf(kit, letterId, 'letter-answer');
    await declareOff(kit, '2026-03-03');
    const after = await dueOf(kit, letterId, 'letter-answer');
    expect(after > before).toBe(true);
    const moves = await movesOf(kit, letterId);
    expect(moves.filter(({ wait }) => wait === 'letter-answer')).toMatchObject([
      { wait: 'letter-answer', no: 0, dueAt: after.toISOString() },
      { wait: 'letter-answer', no: 1, dueAt: after.toISOString() },
    ]);
    const read = await writer.do(readLetter, { letterId });
    const dueAt = after.toISOString();
    expect(read).toMatchObject({ dueAt, receipts: [{ dueAt }, { dueAt }] });
    await unit.do(signLetter, { letterId });
    await unit.do(answerLetter, { letterId, content: words, fileIds: [] });
    await until(kit, justBefore(after));
    expect(await countOf(kit, letterId, 'letters.overdue')).toBe(0);
    await until(kit, after);
    expect(await countOf(kit, letterId, 'letters.overdue')).toBe(1);
    await until(kit, days(after, 30));
    expect(await countOf(kit, letterId, 'letters.overdue')).toBe(1);
  }),
);

async function parked(kit: Kit) {
  const { orderId, assignmentId, handler } = await signed(kit);
  await kit.as('unit-leader', bureau).do(askParking, {
    orderId,
    assignmentId,
    reason: 'funding',
    plan: '分两步实施,先设计后施工。',
    publicWords: '该路段路灯改造已列入年度计划,资金落实后实施。',
    milestones: [{ what: '完成施工', dueOn: '2026-12-20' }],
  });
  await kit.as('director').do(decideDeferral, { orderId, granted: true, words: '' });
  return { orderId, assignmentId, handler };
}

test(
  'a review of the ledger nobody writes: the unit hears, a working day later the centre; written, it begins anew',
  inCity(async (kit) => {
    const { orderId, handler } = await parked(kit);
    const due = await dueOf(kit, orderId, 'ledger-review');
    await until(kit, justBefore(due));
    expect(await latesOf(kit, orderId, 'ledger-review')).toEqual([]);
    await until(kit, due);
    expect(await latesOf(kit, orderId, 'ledger-review')).toEqual([1]);
    expect(await countOf(kit, orderId, 'deferrals.review-late')).toBe(1);
    const again = (await waitOf(kit, orderId, 'ledger-review'))?.ring ?? far;
    expect(again < days(due, 5)).toBe(true);
    await until(kit, again);
    expect(await latesOf(kit, orderId, 'ledger-review')).toEqual([1, 2]);
    const told = await historyOf(kit.ctx, { kind: 'order', id: orderId }, far);
    expect(told.filter(({ type }) => type === 'waits.late').map(({ data }) => data)).toMatchObject([
      { unit: bureau.unitCode },
      { unit: null, role: 'reviewer' },
    ]);
    await until(kit, days(again, 60));
    expect(await latesOf(kit, orderId, 'ledger-review')).toEqual([1, 2]);
    await handler.do(reviewLedger, { orderId, progress: '设计已经完成。', milestonesDone: [] });
    const next = await dueOf(kit, orderId, 'ledger-review');
    await until(kit, justBefore(next));
    expect(await latesOf(kit, orderId, 'ledger-review')).toEqual([1, 2]);
    await until(kit, next);
    expect(await latesOf(kit, orderId, 'ledger-review')).toEqual([1, 2, 1]);
  }),
);

test(
  'while its answer is reviewed no ledger is late; not cleared by it, the review is due again',
  inCity(async (kit) => {
    const { orderId, assignmentId, handler } = await parked(kit);
    const due = await dueOf(kit, orderId, 'ledger-review');
    await handler.do(submit, { orderId, assignmentId, ...reply });
    await until(kit, days(due, 1));
    expect(await latesOf(kit, orderId, 'ledger-review')).toEqual([]);
    const back = { orderId, reason: 'evidence-missing', note: '请附完工照片' } as const;
    await kit.as('reviewer').do(rejectReply, back);
    await until(kit, days(due, 1));
    expect(await latesOf(kit, orderId, 'ledger-review')).toEqual([1]);
  }),
);

test(
  'a city that counts reviews in working days: a corrected calendar moves them',
  inCity(async (kit) => {
    const { orderId, handler } = await parked(kit);
    const twenty = JSON.stringify({ kind: 'working-days', days: 20 });
    await sql`
      update waits.wait set limit_given = ${twenty}::jsonb
      where city_id = ${kit.ctx.cityId} and id = ${orderId}::uuid and kind = 'ledger-review'`.execute(
      kit.ctx.tx,
    );
    await declareOff(kit, '2026-03-03');
    const due = await dueOf(kit, orderId, 'ledger-review');
    const { ledger } = await handler.do(readDeferrals, { orderId });
    expect(ledger?.reviewDueAt).toBe(due.toISOString());
    const kinds = (await movesOf(kit, orderId)).map(({ wait }) => wait);
    expect(kinds).toContain('ledger-review');
  }),
);

test(
  'while the requester is asked nobody can decide on more time; afterwards the time to decide begins anew',
  inCity(async (kit) => {
    const { orderId, assignmentId, handler } = await signed(kit);
    const plan = '等待检测结论,出具后继续办理。';
    await handler.do(askSuspension, { orderId, assignmentId, reason: 'await-test', plan });
    const due = await dueOf(kit, orderId, 'deferral-decision');
    await handler.do(askInfo, { orderId, assignmentId, question: '请补充灯杆编号。' });
    await until(kit, days(due, 1));
    expect(await latesOf(kit, orderId, 'deferral-decision')).toEqual([]);
    await kit.as('agent').do(giveInfo, { orderId, content: '在东门小区。', fileIds: [] });
    await kit.drain();
    const anew = await dueOf(kit, orderId, 'deferral-decision');
    expect(anew > days(due, 1)).toBe(true);
    await until(kit, anew);
    expect(await latesOf(kit, orderId, 'deferral-decision')).toEqual([1]);
  }),
);
