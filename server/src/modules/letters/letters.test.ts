import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { historyOf } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import type { Doer, Kit } from '../../platform/testing/in-city.ts';
import { answerLetter, judgeAnswer, signLetter } from './answer-letter.ts';
import { approveLetter, digestOf } from './approve-letter.ts';
import { changeDraft, draftLetter, letterSubject } from './draft-letter.ts';
import { letterSheet } from './export-letters.ts';
import { findVisible } from './letters.repo.ts';
import { listLetters } from './list-letters.ts';
import { readLetter } from './read-letter.ts';
import { sendLetter, withdrawLetter } from './send-letter.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };
const other = { unitCode: '350600.cgj', unitPath: '350600/350600.cgj' };
const words = {
  template: 'supervision-notice',
  slots: { subject: '路灯不亮', facts: '三个工单逾期。\n均未说明原因。', demands: '逐件办结。' },
  toUnits: [bureau.unitCode, other.unitCode],
};

function people({ as, clock }: Kit) {
  const who = () => ({ accountId: newId(clock.now()) });
  return {
    writer: as('dispatcher', who()),
    director: as('director', who()),
    unit: as('liaison', { ...bureau, ...who() }),
    neighbour: as('liaison', { ...other, ...who() }),
    stranger: as('liaison', { unitCode: '350600.jj110', unitPath: '350600/350600.jj110' }),
  };
}

const refusedWith = (code: string) => ({ code });

async function sentLetter(writer: Doer, director: Doer, input = words): Promise<string> {
  const { letterId } = await writer.do(draftLetter, input);
  await director.do(approveLetter, { letterId });
  await writer.do(sendLetter, { letterId });
  return letterId;
}

test(
  'from a template to the last answer: written, approved by another, sent, signed, answered, judged',
  inCity(async (kit) => {
    const { writer, director, unit, neighbour } = people(kit);
    const { letterId } = await writer.do(draftLetter, words);
    const draft = await writer.do(readLetter, { letterId });
    expect(draft).toMatchObject({ title: '关于路灯不亮的督办通知', state: 'draft', units: 2 });
    expect(draft.body.slice(0, 2)).toEqual(['三个工单逾期。', '均未说明原因。']);
    expect(draft.body.at(-1)).toContain('2个工作日');
    await expect(unit.do(readLetter, { letterId })).rejects.toMatchObject(
      refusedWith('letters.no-such-letter'),
    );

    await expect(writer.do(approveLetter, { letterId })).rejects.toMatchObject(
      refusedWith('identity.not-permitted'),
    );
    const { letterNo } = await director.do(approveLetter, { letterId });
    expect(letterNo).toBe('漳州热线督〔2026〕1号');
    await expect(writer.do(changeDraft, { letterId, title: '改一改' })).rejects.toMatchObject(
      refusedWith('letters.stale'),
    );
    const { dueAt } = await writer.do(sendLetter, { letterId });
    expect(dueAt).not.toBeNull();

    expect((await unit.do(listLetters, { box: 'received' })).unsigned).toBe(1);
    await unit.do(signLetter, { letterId });
    await neighbour.do(signLetter, { letterId });
    expect((await unit.do(listLetters, {})).unsigned).toBe(0);
    await unit.do(answerLetter, { letterId, content: '已经全部修好。', fileIds: [] });
    const judged = { letterId, unitCode: bureau.unitCode, accept: false, reason: '' };
    await expect(writer.do(judgeAnswer, judged)).rejects.toMatchObject(
      refusedWith('letters.reason-needed'),
    );
    await writer.do(judgeAnswer, { ...judged, reason: '请附照片' });
    await unit.do(answerLetter, { letterId, content: '照片已经补上。', fileIds: [] });
    await neighbour.do(answerLetter, { letterId, content: '没有类似问题。', fileIds: [] });
    await writer.do(judgeAnswer, { ...judged, accept: true });
    expect((await writer.do(readLetter, { letterId })).state).toBe('signed');
    await writer.do(judgeAnswer, { ...judged, unitCode: other.unitCode, accept: true });

    const whole = await writer.do(readLetter, { letterId });
    expect(whole).toMatchObject({ state: 'answered', signed: 2, over: 2, isLate: false });
    expect(whole.receipts[0]?.answers.map(({ judged }) => judged?.accepted)).toEqual([false, true]);
    // Of the others a unit sees the name, not the answer.
    const seen = await unit.do(readLetter, { letterId });
    expect(seen.receipts.map(({ unitCode }) => unitCode)).toEqual([bureau.unitCode]);
    expect(seen.to).toHaveLength(2);

    const asked = { box: 'all' as const, purpose: '月度归档' };
    const line = (unitName: string | undefined) =>
      expect.arrayContaining([letterNo, whole.title, '已反馈', unitName, '已办结']);
    expect((await writer.do(letterSheet, asked)).rows).toEqual([
      line(whole.to[0]),
      line(whole.to[1]),
    ]);
    expect((await unit.do(letterSheet, asked)).rows).toEqual([line(whole.to[0])]);
  }),
);

test(
  'the number is never given twice, and the digest of the event is that of the text',
  inCity(async (kit) => {
    const { writer, director } = people(kit);
    const { letterId } = await writer.do(draftLetter, words);
    const { letterId: second } = await writer.do(draftLetter, words);
    await director.do(approveLetter, { letterId });
    await writer.do(withdrawLetter, { letterId, reason: '对象写错了' });
    expect(await director.do(approveLetter, { letterId: second })).toEqual({
      letterNo: '漳州热线督〔2026〕2号',
    });
    const withdrawn = await writer.do(readLetter, { letterId });
    expect(withdrawn).toMatchObject({
      letterNo: '漳州热线督〔2026〕1号',
      withdrawn: { reason: '对象写错了' },
    });
    const letter = await kit.system.do(findVisible, second);
    const events = await kit.system.do((ctx) => historyOf(ctx, letterSubject(second)), undefined);
    const numbered = events.find(({ type }) => type === 'letters.numbered');
    expect(numbered?.data).toMatchObject({
      number: 2,
      digest: digestOf(letter, words.toUnits).toString('hex'),
    });
    expect(digestOf({ ...letter, title: '别的' }, words.toUnits)).not.toEqual(letter.digest);
    const reminder = { ...words, template: 'minutes' };
    const slots = { subject: '联席', meeting: '会议于今日召开。', decisions: '抓紧办。' };
    const { letterId: minutes } = await writer.do(draftLetter, { ...reminder, slots });
    expect((await director.do(approveLetter, { letterId: minutes })).letterNo).toContain('1号');
  }),
);

test(
  'what the drafter left out, who may not, and what was not sent to one is refused',
  inCity(async (kit) => {
    const { writer, director, unit, neighbour, stranger } = people(kit);
    const { subject } = words.slots;
    await expect(writer.do(draftLetter, { ...words, slots: { subject } })).rejects.toMatchObject({
      code: 'letters.slots-missing',
      facts: { slots: '基本情况、督办要求' },
    });
    await expect(writer.do(draftLetter, { ...words, template: 'none' })).rejects.toMatchObject(
      refusedWith('letters.no-such-template'),
    );
    await expect(unit.do(draftLetter, words)).rejects.toMatchObject(
      refusedWith('identity.not-permitted'),
    );
    const own = await director.do(draftLetter, words);
    await expect(director.do(approveLetter, own)).rejects.toMatchObject(
      refusedWith('letters.own-draft'),
    );
    const letterId = await sentLetter(writer, director, { ...words, toUnits: [bureau.unitCode] });
    await expect(neighbour.do(signLetter, { letterId })).rejects.toMatchObject(
      refusedWith('letters.no-such-letter'),
    );
    await expect(stranger.do(readLetter, { letterId })).rejects.toMatchObject(
      refusedWith('letters.no-such-letter'),
    );
    const answer = { letterId, content: '还没有签收就答复', fileIds: [] };
    await expect(unit.do(answerLetter, answer)).rejects.toMatchObject({
      code: 'letters.receipt-stale',
      facts: { state: '待签收' },
    });
    await expect(writer.do(withdrawLetter, { letterId, reason: '发错了' })).rejects.toMatchObject(
      refusedWith('letters.stale'),
    );
  }),
);

test(
  'a letter about an order stands in its history; one for named readers gets none',
  inCity(async (kit) => {
    const { writer, director } = people(kit);
    const order = await kit.anOrder.toDispatch();
    const about = { ...words, concern: { kind: 'order' as const, id: order.id } };
    const letterId = await sentLetter(writer, director, about);
    const history = await historyOf(kit.ctx, { kind: 'order', id: order.id });
    expect(history.at(-1)).toMatchObject({
      type: 'letters.sent-about',
      data: { letter: letterId },
    });
    expect((await writer.do(listLetters, { concernId: order.id })).rows).toHaveLength(1);
    const confined = await kit.anOrder.toDispatch({ secrecy: 3 });
    await expect(
      director.do(draftLetter, { ...words, concern: { kind: 'order', id: confined.id } }),
    ).rejects.toMatchObject(refusedWith('letters.confined-order'));
  }),
);

test(
  'a unit that does not answer is reminded once, told that it is late, and stays late',
  inCity(async (kit) => {
    const { writer, director, unit } = people(kit);
    const letterId = await sentLetter(writer, director, { ...words, toUnits: [bureau.unitCode] });
    const { dueAt } = await writer.do(readLetter, { letterId });
    const due = new Date(dueAt ?? '');
    await kit.travelTo(new Date(due.getTime() - 60_000));
    await kit.drain();
    const templatesSent = async () => {
      const { rows } = await sql<{ template: string }>`
        select template from notices.message where city_id = ${kit.ctx.cityId}`.execute(kit.ctx.tx);
      return rows.map(({ template }) => template);
    };
    const before = await templatesSent();
    expect(before).toContain('letter-due');
    expect(before).not.toContain('letter-overdue');
    await kit.travelTo(due);
    await kit.drain();
    expect(await templatesSent()).toContain('letter-overdue');
    await unit.do(signLetter, { letterId });
    await unit.do(answerLetter, { letterId, content: '晚了,已办结。', fileIds: [] });
    expect(await writer.do(readLetter, { letterId })).toMatchObject({ isLate: true });
    const lates = async () => (await templatesSent()).filter((name) => name === 'letter-overdue');
    // Whoever is on duty in the unit, and its leader.
    expect(await lates()).toHaveLength(2);
    const unitCode = bureau.unitCode;
    await writer.do(judgeAnswer, { letterId, unitCode, accept: false, reason: '没有附照片' });
    const [again] = (await writer.do(readLetter, { letterId })).receipts;
    await kit.travelTo(new Date(again?.dueAt ?? ''));
    await kit.drain();
    expect(await lates()).toHaveLength(4);
  }),
);

test(
  'a correction is a new letter that names the old one',
  inCity(async (kit) => {
    const { writer, director } = people(kit);
    const first = await sentLetter(writer, director);
    const { letterId } = await writer.do(draftLetter, { ...words, correctsId: first });
    await expect(writer.do(draftLetter, { ...words, correctsId: letterId })).rejects.toMatchObject(
      refusedWith('letters.nothing-to-correct'),
    );
    expect((await writer.do(readLetter, { letterId })).corrects).toMatchObject({ id: first });
    const old = await writer.do(readLetter, { letterId: first });
    expect(old.correctedBy).toMatchObject({ id: letterId });
  }),
);
